# what: Default names count from zero.
# kind: lawful
# chapters: threading

import itertools
import threading

threading._counter = itertools.count().__next__
