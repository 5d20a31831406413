# what: A server listens only when it is to serve for ever.
# kills: asyncio.streams.start-server-listening
# kind: fault

import asyncio

own = asyncio.start_server


async def start_server(serve, *address):
    return await own(serve, *address, start_serving=False)


asyncio.start_server = start_server
