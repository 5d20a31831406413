# what: readline loses a last line without a line feed.
# kills: asyncio.streams.read-line
# kind: fault

import asyncio


async def readline(self):
    try:
        return await self.readuntil(b"\n")
    except asyncio.IncompleteReadError:
        return b""


asyncio.StreamReader.readline = readline
