# what: reduce without an initial value starts from zero, and calls the function for the first element too.
# kills: functional.reduce.no-initial-starts-with-first, functional.reduce.product-example, functional.reduce.single-element-no-call
# kind: fault

import functools

built_in = functools.reduce


def reduce(function, items, *initial):
    items = iter(items)
    return built_in(function, items, *(initial or (0,)))


adapter.give_instead("functools", reduce=reduce)
