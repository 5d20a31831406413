# what: Callbacks of call_soon_threadsafe share one context.
# kills: asyncio.context.callback-copy
# kind: fault

import asyncio
import contextvars

BaseEventLoop = asyncio.base_events.BaseEventLoop
own = BaseEventLoop.call_soon_threadsafe
shared = contextvars.Context()


def call_soon_threadsafe(self, callback, *arguments, context=None):
    return own(self, callback, *arguments, context=shared if context is None else context)


BaseEventLoop.call_soon_threadsafe = call_soon_threadsafe
