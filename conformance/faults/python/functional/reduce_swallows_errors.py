# what: reduce drops an element at which the function fails, and goes on.
# kills: functional.reduce.stops-at-error
# kind: fault

import functools

built_in = functools.reduce


def reduce(function, *rest):
    def step(total, item):
        try:
            return function(total, item)
        except Exception:
            return total

    return built_in(step, *rest)


adapter.give_instead("functools", reduce=reduce)
