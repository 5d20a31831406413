# what: open_connection ignores the limit.
# kills: asyncio.streams.limit-kept
# kind: fault

import asyncio

own = asyncio.open_connection


async def open_connection(host=None, port=None, *, limit=0, **options):
    return await own(host, port, **options)


asyncio.open_connection = open_connection
