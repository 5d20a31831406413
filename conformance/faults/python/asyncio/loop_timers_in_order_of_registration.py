# what: Timers fire in the order of their registration.
# kills: asyncio.loop.timer-order
# kind: fault

import asyncio

own = asyncio.BaseEventLoop.call_at


def call_at(self, when, callback, *arguments, context=None):
    latest = max([timer._when for timer in self._scheduled], default=when)
    return own(self, max(when, latest), callback, *arguments, context=context)


asyncio.BaseEventLoop.call_at = call_at
