# what: call_exception_handler tells the default handler alone.
# kills: asyncio.loop.exception-handler
# kind: fault

import asyncio

BaseEventLoop = asyncio.base_events.BaseEventLoop
own = BaseEventLoop.call_exception_handler


def call_exception_handler(self, context):
    if "handle" in context:
        own(self, context)
    else:
        self.default_exception_handler(context)


BaseEventLoop.call_exception_handler = call_exception_handler
