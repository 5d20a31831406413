# what: Timers share one context.
# kills: asyncio.context.callback-copy
# kind: fault

import asyncio
import contextvars

BaseEventLoop = asyncio.base_events.BaseEventLoop
own = BaseEventLoop.call_at
shared = contextvars.Context()


def call_at(self, when, callback, *arguments, context=None):
    return own(self, when, callback, *arguments, context=shared if context is None else context)


BaseEventLoop.call_at = call_at
