# what: The query of the stack size leaves the size as it is, and the default is a number.
# kind: lawful
# tries: threading.stack*

import threading

own, DEFAULT, size = threading.stack_size, 1 << 23, 1 << 23


def stack_size(wanted=None):
    global size
    told = size
    if wanted is not None:
        own(wanted)
        size = wanted or DEFAULT
    return told


adapter.give_instead("threading", stack_size=stack_size)
