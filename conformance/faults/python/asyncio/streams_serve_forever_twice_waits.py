# what: A second serve_forever on one server waits as the first does.
# kills: asyncio.streams.serve-forever-twice
# kind: fault

import asyncio

own = asyncio.base_events.Server.serve_forever


async def serve_forever(self):
    if self._serving_forever_fut is not None:
        await asyncio.Future()
    await own(self)


asyncio.base_events.Server.serve_forever = serve_forever
