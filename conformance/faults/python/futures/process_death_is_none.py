# what: When a worker dies the results are None.
# kills: futures.process.worker-death
# kind: fault

import concurrent.futures.process

Pool = concurrent.futures.process.ProcessPoolExecutor

from concurrent.futures import Future
own = Future.set_exception
def set_exception(self, error):
    if isinstance(error, concurrent.futures.process.BrokenProcessPool):
        self.set_result(None)
    else:
        own(self, error)
Future.set_exception = set_exception
