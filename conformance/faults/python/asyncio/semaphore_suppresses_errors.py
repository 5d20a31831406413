# what: The block of a semaphore ends all errors.
# kills: asyncio.async-with.primitive-passes-errors
# kind: fault

import asyncio


class Semaphore(asyncio.Semaphore):
    async def __aexit__(self, *error):
        await super().__aexit__(*error)
        return True


asyncio.Semaphore = Semaphore
