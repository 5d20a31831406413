# what: Of what is ready the latest is run first.
# kills: asyncio.concurrency.round-robin
# kind: fault

import asyncio

BaseEventLoop = asyncio.base_events.BaseEventLoop
own = BaseEventLoop._call_soon


def call_soon(self, *arguments):
    handle = own(self, *arguments)
    self._ready.rotate(1)
    return handle


BaseEventLoop._call_soon = call_soon
