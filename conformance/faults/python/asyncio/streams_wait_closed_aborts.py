# what: wait_closed throws away what is still to be sent.
# kills: asyncio.streams.close-flushes
# kind: fault

import asyncio

own = asyncio.StreamWriter.wait_closed


async def wait_closed(self):
    self.transport.abort()
    await own(self)


asyncio.StreamWriter.wait_closed = wait_closed
