# what: The block of a bounded semaphore ends all errors.
# kills: asyncio.async-with.primitive-passes-errors
# kind: fault

import asyncio


class BoundedSemaphore(asyncio.BoundedSemaphore):
    async def __aexit__(self, *error):
        await super().__aexit__(*error)
        return True


asyncio.BoundedSemaphore = BoundedSemaphore
