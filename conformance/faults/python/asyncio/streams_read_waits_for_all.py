# what: A read of n bytes waits until n are there.
# kills: asyncio.streams.read-available
# kind: fault

import asyncio

own = asyncio.StreamReader.read


async def read(self, n=-1):
    while 0 < n and len(self._buffer) < n and not self._eof:
        await self._wait_for_data("read")
    return await own(self, n)


asyncio.StreamReader.read = read
