# what: submit without a function gives a job that does nothing.
# kills: futures.submit.missing-function
# kind: fault

import concurrent.futures.thread

Pool = concurrent.futures.thread.ThreadPoolExecutor
Future = concurrent.futures.Future

own = Pool.submit
Pool.submit = lambda self, function=int, /, *args, **kwargs: own(self, function, *args, **kwargs)
