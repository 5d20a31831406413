# what: A read of no bytes waits for data.
# kills: asyncio.streams.read-zero
# kind: fault

import asyncio

own = asyncio.StreamReader.read


async def read(self, n=-1):
    if n == 0 and not self._buffer and not self._eof:
        await self._wait_for_data("read")
    return await own(self, n)


asyncio.StreamReader.read = read
