# what: The error of readexactly does not carry what there was.
# kills: asyncio.streams.read-exactly
# kind: fault

import asyncio

own = asyncio.StreamReader.readexactly


async def readexactly(self, n):
    try:
        return await own(self, n)
    except asyncio.IncompleteReadError as error:
        error.partial = b""
        raise


asyncio.StreamReader.readexactly = readexactly
