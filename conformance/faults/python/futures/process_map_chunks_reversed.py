# what: Chunks are put together in the wrong order.
# kills: futures.map.example-squares-process
# kind: fault

import concurrent.futures.process

Pool = concurrent.futures.process.ProcessPoolExecutor

own = Pool.map
def map_jobs(self, function, *sources, timeout=None, chunksize=1):
    results = list(own(self, function, *sources, chunksize=chunksize))
    chunks = [results[i:i + chunksize] for i in range(0, len(results), chunksize)]
    return iter([value for chunk in reversed(chunks) for value in chunk])
Pool.map = map_jobs
