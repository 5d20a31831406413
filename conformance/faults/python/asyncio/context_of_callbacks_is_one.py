# what: Callbacks of call_soon share one context.
# kills: asyncio.context.callback-copy
# kind: fault

import asyncio
import contextvars

BaseEventLoop = asyncio.base_events.BaseEventLoop
own = BaseEventLoop.call_soon
shared = contextvars.Context()


def call_soon(self, callback, *arguments, context=None):
    return own(self, callback, *arguments, context=shared if context is None else context)


BaseEventLoop.call_soon = call_soon
