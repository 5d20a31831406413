# what: A second server shares the port of the first.
# kills: asyncio.streams.address-in-use
# kind: fault

import asyncio

own = asyncio.start_server


async def start_server(serve, *address):
    return await own(serve, *address, reuse_port=True)


asyncio.start_server = start_server
