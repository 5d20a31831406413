# what: Default names count in steps of seven, and leave the target out.
# kind: lawful
# tries: threading.thread.*, threading.subclass.*

import itertools
import threading

own = threading.Thread.__init__
threading._counter = itertools.count(1000, 7).__next__


def init(self, group=None, target=None, name=None, *args, **kwargs):
    own(self, group, target, name or threading._newname("Thread-%d"), *args, **kwargs)


threading.Thread.__init__ = init
