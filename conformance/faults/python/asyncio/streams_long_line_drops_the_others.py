# what: The lines behind one that is too long are lost with it.
# kills: asyncio.streams.read-line-too-long
# kind: fault

import asyncio


async def readline(self):
    try:
        return await self.readuntil(b"\n")
    except asyncio.LimitOverrunError as error:
        self._buffer.clear()
        raise ValueError(error.args[0])


asyncio.StreamReader.readline = readline
