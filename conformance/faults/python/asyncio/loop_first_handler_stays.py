# what: Only the first exception handler that is set is ever told.
# kills: asyncio.loop.exception-handler
# kind: fault

import asyncio

BaseEventLoop = asyncio.base_events.BaseEventLoop
own = BaseEventLoop.set_exception_handler


def set_exception_handler(self, handler):
    if handler is None or self.get_exception_handler() is None:
        own(self, handler)


BaseEventLoop.set_exception_handler = set_exception_handler
