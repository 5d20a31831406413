# what: A connection that is refused gives streams all the same.
# kills: asyncio.streams.connect-refused
# kind: fault

import asyncio

own = asyncio.open_connection


async def open_connection(*address):
    try:
        return await own(*address)
    except ConnectionRefusedError:
        return None, None


asyncio.open_connection = open_connection
