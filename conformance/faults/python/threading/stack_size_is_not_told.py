# what: The query of the stack size always tells the default.
# kills: threading.stack.size-limit
# kind: fault

import threading

own = threading.stack_size


def stack_size(size=0):
    own(size)
    return 0


adapter.give_instead("threading", stack_size=stack_size)
