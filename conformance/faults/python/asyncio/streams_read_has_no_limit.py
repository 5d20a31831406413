# what: A read of at most n bytes gives all that are there.
# kills: asyncio.streams.read-limit-100
# kind: fault

import asyncio

own = asyncio.StreamReader.read


async def read(self, n=-1):
    return await own(self, n if n <= 0 else 1 << 20)


asyncio.StreamReader.read = read
