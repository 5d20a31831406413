# what: A failure that nobody asked for is told on stderr when its future goes.
# kills: futures.exception.unobserved-silent
# kind: fault

import concurrent.futures

base = concurrent.futures._base
Future = base.Future

import sys
def tell(self):
    if self._exception is not None:
        print("the outcome of a job was never asked for", file=sys.stderr)
Future.__del__ = tell
