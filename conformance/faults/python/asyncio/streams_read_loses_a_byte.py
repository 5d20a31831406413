# what: A read of several bytes loses the last one.
# kills: asyncio.streams.echo-example
# kind: fault

import asyncio

own = asyncio.StreamReader.read


async def read(self, n=-1):
    data = await own(self, n)
    return data[:-1] if len(data) > 1 else data


asyncio.StreamReader.read = read
