# what: reduce folds from the right.
# kills: functional.reduce.left-associative
# kind: fault

import functools

built_in = functools.reduce


def reduce(function, items, *initial):
    return built_in(lambda total, item: function(item, total), list(items)[::-1], *initial)


adapter.give_instead("functools", reduce=reduce)
