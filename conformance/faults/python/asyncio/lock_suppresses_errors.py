# what: The block of a lock ends all errors.
# kills: asyncio.async-with.primitive-passes-errors
# kind: fault

import asyncio


class Lock(asyncio.Lock):
    async def __aexit__(self, *error):
        await super().__aexit__(*error)
        return True


asyncio.Lock = Lock
