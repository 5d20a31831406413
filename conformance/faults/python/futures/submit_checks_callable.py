# what: submit raises for what cannot be called.
# kills: futures.submit.bad-callable
# kind: fault

import concurrent.futures.thread

Pool = concurrent.futures.thread.ThreadPoolExecutor
Future = concurrent.futures.Future

own = Pool.submit
def submit(self, function, /, *args, **kwargs):
    if not callable(function):
        raise TypeError("not callable")
    return own(self, function, *args, **kwargs)
Pool.submit = submit
