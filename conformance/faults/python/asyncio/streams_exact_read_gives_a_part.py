# what: readexactly gives what there is at the end of the stream.
# kills: asyncio.streams.read-exactly
# kind: fault

import asyncio

own = asyncio.StreamReader.readexactly


async def readexactly(self, n):
    try:
        return await own(self, n)
    except asyncio.IncompleteReadError as error:
        return error.partial


asyncio.StreamReader.readexactly = readexactly
