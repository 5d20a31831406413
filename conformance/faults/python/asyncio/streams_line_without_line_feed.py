# what: readline takes the line feed away.
# kills: asyncio.streams.read-line
# kind: fault

import asyncio

own = asyncio.StreamReader.readline


async def readline(self):
    return (await own(self)).rstrip(b"\n")


asyncio.StreamReader.readline = readline
