# what: A job submitted after the shutdown is queued and never runs.
# kills: futures.shutdown.no-new-work
# kind: fault

import concurrent.futures.thread

Pool = concurrent.futures.thread.ThreadPoolExecutor
Future = concurrent.futures.Future

own = Pool.submit
Pool.submit = lambda self, function, /, *args, **kwargs: Future() if self._shutdown else own(self, function, *args, **kwargs)
