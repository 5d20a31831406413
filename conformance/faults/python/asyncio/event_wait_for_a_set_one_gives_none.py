# what: Waiting for an event gives None where it is set already.
# kills: asyncio.event.wait-result, asyncio.event.stays-set
# kind: fault

import asyncio


class Event(asyncio.Event):
    async def wait(self):
        return None if self._value else await super().wait()


asyncio.Event = Event
