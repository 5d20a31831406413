# what: The block of a barrier ends all errors.
# kills: asyncio.async-with.primitive-passes-errors
# kind: fault

import asyncio


class Barrier(asyncio.Barrier):
    async def __aexit__(self, *error):
        await super().__aexit__(*error)
        return True


asyncio.Barrier = Barrier
