# what: A server that is cancelled while it serves for ever listens on.
# kills: asyncio.streams.serve-forever-cancel
# kind: fault

import asyncio


async def serve_forever(self):
    await asyncio.Future()


asyncio.base_events.Server.serve_forever = serve_forever
