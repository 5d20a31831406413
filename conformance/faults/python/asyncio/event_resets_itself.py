# what: An event is clear again when its waiters are woken.
# kills: asyncio.event.stays-set
# kind: fault

import asyncio


class Event(asyncio.Event):
    async def wait(self):
        await super().wait()
        self.clear()
        return True


asyncio.Event = Event
