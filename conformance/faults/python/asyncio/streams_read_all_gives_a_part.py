# what: A read without a size gives the first part.
# kills: asyncio.streams.read-until-eof
# kind: fault

import asyncio

own = asyncio.StreamReader.read


async def read(self, n=-1):
    return await own(self, n if n >= 0 else 1 << 16)


asyncio.StreamReader.read = read
