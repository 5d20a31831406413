# what: The error of a callback is reported twice.
# kills: asyncio.loop.callback-error-isolated
# kind: fault

import asyncio

own = asyncio.BaseEventLoop.call_exception_handler


def call_exception_handler(self, context):
    own(self, context)
    own(self, context)


asyncio.BaseEventLoop.call_exception_handler = call_exception_handler
