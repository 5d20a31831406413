# what: Timers fire from a thread of their own.
# kills: asyncio.loop.latency-unbounded
# kind: fault

import asyncio
import threading

own = asyncio.BaseEventLoop.call_at


def call_at(self, when, callback, *arguments, context=None):
    if getattr(callback, "__module__", "") in ("asyncio.futures", "asyncio.tasks"):
        return own(self, when, callback, *arguments, context=context)
    timer = threading.Timer(when - self.time(), callback, arguments)
    timer.start()
    return timer


asyncio.BaseEventLoop.call_at = call_at
