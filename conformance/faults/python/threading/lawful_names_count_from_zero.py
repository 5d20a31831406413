# what: Default names count from zero.
# kind: lawful
# tries: threading.thread.*, threading.subclass.*

import itertools
import threading

threading._counter = itertools.count().__next__
