# what: reduce gives the element first and the accumulated value second.
# kills: functional.reduce.accumulator-first-argument
# kind: fault

import functools

built_in = functools.reduce


def reduce(function, *rest):
    return built_in(lambda total, item: function(item, total), *rest)


adapter.give_instead("functools", reduce=reduce)
