# what: Draining does not wait for the peer.
# kills: asyncio.streams.write-non-blocking
# kind: fault

import asyncio


async def drain(self):
    pass


asyncio.StreamWriter.drain = drain
