# what: The first two arguments are swapped.
# kills: futures.executor.pow-thread
# kind: fault

import concurrent.futures.thread

Pool = concurrent.futures.thread.ThreadPoolExecutor
Future = concurrent.futures.Future

own = Pool.submit
Pool.submit = lambda self, function, /, *args, **kwargs: own(self, function, *args[1::-1], *args[2:], **kwargs)
