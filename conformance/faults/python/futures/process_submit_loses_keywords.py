# what: Keywords are lost on the way to the process.
# kills: futures.executor.common-interface, futures.submit.arguments
# kind: fault

import concurrent.futures.process

Pool = concurrent.futures.process.ProcessPoolExecutor

own = Pool.submit
Pool.submit = lambda self, function, /, *args, **kwargs: own(self, function, *args)
