# what: A job that cannot be pickled breaks the pool.
# kills: futures.process.unpicklable
# kind: fault

import concurrent.futures.process

Pool = concurrent.futures.process.ProcessPoolExecutor

queue = concurrent.futures.process._SafeQueue
own = queue._on_queue_feeder_error
def broken(self, error, item):
    own(self, error, item)
    import os, signal, multiprocessing
    for child in multiprocessing.active_children():
        child.kill()
queue._on_queue_feeder_error = broken
