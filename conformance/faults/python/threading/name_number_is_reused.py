# what: A default name takes the lowest number that no thread has.
# kills: threading.thread.name-default
# kind: fault

import itertools
import threading


def new_name(template):
    taken = {thread._name.split(" ")[0] for thread in threading._dangling}
    return next(name for name in map(template.__mod__, itertools.count(1)) if name not in taken)


threading._newname = new_name
