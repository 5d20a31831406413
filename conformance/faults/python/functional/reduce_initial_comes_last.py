# what: reduce takes the initial value as the last element.
# kills: functional.reduce.initial-comes-first
# kind: fault

import functools

built_in = functools.reduce


def reduce(function, items, *initial):
    return built_in(function, list(items) + list(initial))


adapter.give_instead("functools", reduce=reduce)
