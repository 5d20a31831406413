# what: Callbacks of futures share one context.
# kills: asyncio.context.callback-copy
# kind: fault

import asyncio
import contextvars

shared = contextvars.Context()


class Future(asyncio.Future):
    def add_done_callback(self, callback, *, context=None):
        super().add_done_callback(callback, context=shared if context is None else context)


asyncio.Future = Future
