# what: At the end of the stream readexactly tells what is left, and leaves it there.
# kills: asyncio.streams.read-exactly
# kind: fault

import asyncio


class StreamReader(asyncio.StreamReader):
    async def readexactly(self, n):
        try:
            return await super().readexactly(n)
        except asyncio.IncompleteReadError as error:
            self._buffer.extend(error.partial)
            raise


asyncio.StreamReader = StreamReader
