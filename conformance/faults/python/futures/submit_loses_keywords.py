# what: Keywords are not passed on.
# kills: futures.submit.arguments
# kind: fault

import concurrent.futures.thread

Pool = concurrent.futures.thread.ThreadPoolExecutor
Future = concurrent.futures.Future

own = Pool.submit
Pool.submit = lambda self, function, *args, **kwargs: own(self, function, *args)
