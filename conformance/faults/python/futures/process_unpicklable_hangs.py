# what: A job that cannot be pickled hangs.
# kills: futures.process.unpicklable
# kind: fault

import concurrent.futures.process

Pool = concurrent.futures.process.ProcessPoolExecutor

concurrent.futures.process._SafeQueue._on_queue_feeder_error = lambda self, error, item: None
