# what: A last chunk that is not full is lost.
# kills: futures.map.example-squares-process
# kind: fault

import concurrent.futures.process

Pool = concurrent.futures.process.ProcessPoolExecutor

own = Pool.map
def map_jobs(self, function, *sources, timeout=None, chunksize=1):
    jobs = list(zip(*sources))
    jobs = jobs[:len(jobs) - len(jobs) % chunksize]
    return own(self, function, *(zip(*jobs) if jobs else [[]]), chunksize=chunksize)
Pool.map = map_jobs
