# what: The submodule has a class of its own.
# kills: futures.module.process-pool-same-class
# kind: fault

import concurrent.futures.process

Pool = concurrent.futures.process.ProcessPoolExecutor

class Other(Pool):
    pass
concurrent.futures.ProcessPoolExecutor = Other
