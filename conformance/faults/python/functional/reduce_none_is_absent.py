# what: reduce takes an initial None for no initial value.
# kills: functional.reduce.null-initial-counts
# kind: fault

import functools

built_in = functools.reduce


def reduce(function, items, initial=None, /):
    return built_in(function, items) if initial is None else built_in(function, items, initial)


adapter.give_instead("functools", reduce=reduce)
