# what: An error in a handler closes the server.
# kills: asyncio.streams.handler-error
# kind: fault

import asyncio

own = asyncio.start_server


async def start_server(serve, *address):
    async def serve_well(reader, writer):
        try:
            await serve(reader, writer)
        except Exception:
            server.close()

    server = await own(serve_well, *address)
    return server


asyncio.start_server = start_server
