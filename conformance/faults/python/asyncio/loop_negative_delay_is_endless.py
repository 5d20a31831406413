# what: A negative delay never ends, and one of zero lasts a second.
# kills: asyncio.loop.timer-past-deadline
# kind: fault

import asyncio

own = asyncio.BaseEventLoop.call_later


def call_later(self, delay, callback, *arguments, context=None):
    delay = 1 if delay == 0 else delay % 2.0 ** 32
    return own(self, delay, callback, *arguments, context=context)


asyncio.BaseEventLoop.call_later = call_later
