# what: readuntil drops the data that overruns the limit.
# kills: asyncio.streams.read-until-overrun
# kind: fault

import asyncio

own = asyncio.StreamReader.readuntil


async def readuntil(self, separator=b"\n"):
    try:
        return await own(self, separator)
    except asyncio.LimitOverrunError:
        self._buffer.clear()
        raise


asyncio.StreamReader.readuntil = readuntil
