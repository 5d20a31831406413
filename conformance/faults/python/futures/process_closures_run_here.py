# what: What cannot be pickled is run in the caller.
# kills: futures.process.unpicklable
# kind: fault

import concurrent.futures.process

Pool = concurrent.futures.process.ProcessPoolExecutor

import pickle
from concurrent.futures import Future
own = Pool.submit
def submit(self, function, /, *args, **kwargs):
    try:
        pickle.dumps((function, args, kwargs))
    except Exception:
        future = Future()
        future.set_result(function(*args, **kwargs))
        return future
    return own(self, function, *args, **kwargs)
Pool.submit = submit
