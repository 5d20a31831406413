# what: readuntil overlooks a separator that comes in parts.
# kills: asyncio.streams.read-until
# kind: fault

import asyncio


async def readuntil(self, separator=b"\n"):
    begin = 0
    while (found := self._buffer.find(separator, begin)) < 0:
        if self._eof:
            data = bytes(self._buffer)
            self._buffer.clear()
            raise asyncio.IncompleteReadError(data, None)
        begin = len(self._buffer)
        await self._wait_for_data("readuntil")
    end = found + len(separator)
    data = bytes(self._buffer[:end])
    del self._buffer[:end]
    return data


asyncio.StreamReader.readuntil = readuntil
