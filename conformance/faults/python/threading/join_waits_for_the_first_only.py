# what: A program waits for the first thread that it joins, and for no other.
# kills: threading.example.two-workers
# kind: fault

import threading

own, joined = threading.Thread.join, []


def join(self, timeout=None):
    joined.append(self)
    own(self, timeout if joined[0] is self else 0)


threading.Thread.join = join
