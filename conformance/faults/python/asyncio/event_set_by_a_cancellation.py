# what: An event is set when one who waits for it is cancelled.
# kills: asyncio.event.wakes-all
# kind: fault

import asyncio


class Event(asyncio.Event):
    async def wait(self):
        try:
            return await super().wait()
        except asyncio.CancelledError:
            self.set()
            raise


asyncio.Event = Event
