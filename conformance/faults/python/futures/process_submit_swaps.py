# what: The arguments are swapped on the way.
# kills: futures.executor.pow-process, futures.executor.common-interface
# kind: fault

import concurrent.futures.process

Pool = concurrent.futures.process.ProcessPoolExecutor

own = Pool.submit
Pool.submit = lambda self, function, /, *args, **kwargs: own(self, function, *args[::-1], **kwargs)
