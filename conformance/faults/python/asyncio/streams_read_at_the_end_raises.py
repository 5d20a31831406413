# what: A read at the end of the stream is an error.
# kills: asyncio.streams.read-eof
# kind: fault

import asyncio

own = asyncio.StreamReader.read


async def read(self, n=-1):
    if self.at_eof():
        raise EOFError
    return await own(self, n)


asyncio.StreamReader.read = read
