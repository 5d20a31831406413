# what: The pool runs coroutine functions to their end.
# kills: futures.module.not-for-async
# kind: fault

import concurrent.futures.thread

Pool = concurrent.futures.thread.ThreadPoolExecutor
Future = concurrent.futures.Future

import asyncio, inspect
own = Pool.submit
def submit(self, function, /, *args, **kwargs):
    if inspect.iscoroutinefunction(function):
        return own(self, lambda: asyncio.run(function(*args, **kwargs)))
    return own(self, function, *args, **kwargs)
Pool.submit = submit
