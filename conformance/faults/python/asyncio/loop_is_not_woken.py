# what: A callback posted by another thread does not wake the loop.
# kills: asyncio.loop.other-thread-wakeup
# kind: fault

import asyncio


def call_soon_threadsafe(self, callback, *arguments, context=None):
    return self.call_soon(callback, *arguments, context=context)


asyncio.BaseEventLoop.call_soon_threadsafe = call_soon_threadsafe
