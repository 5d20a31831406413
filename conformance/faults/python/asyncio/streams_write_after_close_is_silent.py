# what: What is written after the close is dropped without an error.
# kills: asyncio.streams.write-after-close
# kind: fault

import asyncio

own = asyncio.StreamWriter.drain


async def drain(self):
    if not self._transport.is_closing():
        await own(self)


asyncio.StreamWriter.drain = drain
