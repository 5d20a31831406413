# what: reduce keeps integers in 64 bits.
# kills: functional.reduce.integers-exact
# kind: fault

import functools

built_in = functools.reduce


def wrapped(value):
    return (value + 2**63) % 2**64 - 2**63 if type(value) is int else value


def reduce(function, *rest):
    return built_in(lambda total, item: wrapped(function(total, item)), *rest)


adapter.give_instead("functools", reduce=reduce)
