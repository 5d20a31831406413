# what: At the end of the stream readuntil tells what is left, and leaves it there.
# kills: asyncio.streams.read-until
# kind: fault

import asyncio


class StreamReader(asyncio.StreamReader):
    async def readuntil(self, separator=b"\n"):
        try:
            return await super().readuntil(separator)
        except asyncio.IncompleteReadError as error:
            self._buffer.extend(error.partial)
            raise


asyncio.StreamReader = StreamReader
