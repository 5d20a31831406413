# what: A stack size that is refused resets the size to the default.
# kills: threading.stack.size-limit
# kind: fault

import threading

own = threading.stack_size


def stack_size(size=0):
    try:
        return own(size)
    except ValueError:
        own(0)
        raise


adapter.give_instead("threading", stack_size=stack_size)
