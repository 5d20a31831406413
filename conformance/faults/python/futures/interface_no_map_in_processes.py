# what: A process pool cannot be mapped over.
# kills: futures.executor.common-interface
# kind: fault

import concurrent.futures.process

Pool = concurrent.futures.process.ProcessPoolExecutor

def map_jobs(self, *args, **kwargs):
    raise NotImplementedError
Pool.map = map_jobs
