# what: readexactly waits on a stream that has stopped receiving.
# kills: asyncio.streams.read-exactly-beyond-limit
# kind: fault

import asyncio

own = asyncio.StreamReader._wait_for_data


async def wait_for_data(self, name):
    self._paused = False
    await own(self, name)


asyncio.StreamReader._wait_for_data = wait_for_data
