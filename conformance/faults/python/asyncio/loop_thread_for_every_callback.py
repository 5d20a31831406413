# what: Every callback runs in a thread of its own.
# kills: asyncio.loop.callback-run-to-completion, asyncio.loop.callbacks-on-loop-thread, asyncio.loop.ready-callback-run-by-loop
# kind: fault

import asyncio
import threading

own = asyncio.Handle._run


def _run(self):
    callback = getattr(self._callback, "__self__", None)
    if isinstance(callback, (asyncio.Future, asyncio.BaseEventLoop)) or not hasattr(self._callback, "__code__"):
        own(self)
    elif self._callback.__module__ and self._callback.__module__.startswith("asyncio"):
        own(self)
    else:
        threading.Thread(target=own, args=(self,)).start()


asyncio.Handle._run = _run
