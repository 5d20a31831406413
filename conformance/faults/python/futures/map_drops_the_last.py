# what: The last result is lost.
# kills: futures.map.example-doubling, futures.map.example-squares, futures.map.input-order, futures.map.shortest
# kind: fault

import concurrent.futures.thread

Pool = concurrent.futures.thread.ThreadPoolExecutor
Future = concurrent.futures.Future

own = concurrent.futures.Executor.map
def map_jobs(self, *args, **kwargs):
    return iter(list(own(self, *args, **kwargs))[:-1])
concurrent.futures.Executor.map = map_jobs
