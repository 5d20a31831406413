# what: Of the timers with one deadline the first alone fires.
# kills: asyncio.loop.timer-equal-deadlines
# kind: fault

import asyncio

own = asyncio.BaseEventLoop.call_at


def call_at(self, when, callback, *arguments, context=None):
    handle = own(self, when, callback, *arguments, context=context)
    if any(other is not handle and other._when == when for other in self._scheduled):
        handle.cancel()
    return handle


asyncio.BaseEventLoop.call_at = call_at
