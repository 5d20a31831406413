# what: reduce of nothing without an initial value gives None.
# kills: functional.reduce.empty-without-initial
# kind: fault

import functools

built_in = functools.reduce


def reduce(function, items, *initial):
    items = list(items)
    return built_in(function, items, *initial) if items or initial else None


adapter.give_instead("functools", reduce=reduce)
