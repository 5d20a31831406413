# what: Leaving the context of a server leaves it listening.
# kills: asyncio.streams.server-context-closes
# kind: fault

import asyncio


async def __aexit__(self, *error):
    pass


asyncio.base_events.Server.__aexit__ = __aexit__
