# what: The process pool runs its jobs in threads.
# kills: futures.process.separate-processes, futures.executor.max-processes, futures.process.unpicklable, futures.process.exception-propagates
# kind: fault

import concurrent.futures.process

Pool = concurrent.futures.process.ProcessPoolExecutor

import concurrent.futures.thread
class Threads(concurrent.futures.thread.ThreadPoolExecutor):
    pass
concurrent.futures.process.ProcessPoolExecutor = concurrent.futures.ProcessPoolExecutor = Threads
