# what: The block of a condition ends all errors.
# kills: asyncio.async-with.primitive-passes-errors
# kind: fault

import asyncio


class Condition(asyncio.Condition):
    async def __aexit__(self, *error):
        await super().__aexit__(*error)
        return True


asyncio.Condition = Condition
