# what: start_server ignores the limit.
# kills: asyncio.streams.limit-kept
# kind: fault

import asyncio

own = asyncio.start_server


async def start_server(connected, host=None, port=None, *, limit=0, **options):
    return await own(connected, host, port, **options)


asyncio.start_server = start_server
