# what: A client is served when the handler of the one before has returned.
# kills: asyncio.streams.concurrent-clients
# kind: fault

import asyncio

own = asyncio.start_server


async def start_server(serve, *address):
    lock = asyncio.Lock()

    async def serve_alone(reader, writer):
        async with lock:
            await serve(reader, writer)

    return await own(serve_alone, *address)


asyncio.start_server = start_server
