# what: readexactly gives no more than the stream holds before it pauses.
# kills: asyncio.streams.read-exactly-beyond-limit
# kind: fault

import asyncio

own = asyncio.StreamReader.readexactly


async def readexactly(self, n):
    return await own(self, min(n, 2 * self._limit))


asyncio.StreamReader.readexactly = readexactly
