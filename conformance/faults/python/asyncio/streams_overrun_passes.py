# what: readuntil returns more than the limit.
# kills: asyncio.streams.read-until-overrun
# kind: fault

import asyncio

own = asyncio.StreamReader.readuntil


async def readuntil(self, separator=b"\n"):
    limit, self._limit = self._limit, 1 << 16
    try:
        return await own(self, separator)
    finally:
        self._limit = limit


asyncio.StreamReader.readuntil = readuntil
