# what: None does not take the exception handler away.
# kills: asyncio.loop.exception-handler
# kind: fault

import asyncio

BaseEventLoop = asyncio.base_events.BaseEventLoop
own = BaseEventLoop.set_exception_handler


def set_exception_handler(self, handler):
    if handler is not None:
        own(self, handler)


BaseEventLoop.set_exception_handler = set_exception_handler
