# what: readline returns a line that is longer than the limit.
# kills: asyncio.streams.read-line-too-long
# kind: fault

import asyncio

own = asyncio.StreamReader.readline


async def readline(self):
    limit, self._limit = self._limit, 1 << 16
    try:
        return await own(self)
    finally:
        self._limit = limit


asyncio.StreamReader.readline = readline
