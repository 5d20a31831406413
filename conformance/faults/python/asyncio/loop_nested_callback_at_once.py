# what: A callback that is scheduled by a callback runs at once.
# kills: asyncio.loop.nested-callback-next-turn
# kind: fault

import asyncio

own = asyncio.BaseEventLoop.call_soon


def call_soon(self, callback, *arguments, context=None):
    handle = own(self, callback, *arguments, context=context)
    if hasattr(callback, "__code__") and asyncio.current_task(self) is None:
        self._ready.pop()
        handle._run()
    return handle


asyncio.BaseEventLoop.call_soon = call_soon
