# what: Setting an event that nobody waits for is forgotten.
# kills: asyncio.event.set-without-waiters
# kind: fault

import asyncio


class Event(asyncio.Event):
    def set(self):
        if self._waiters:
            super().set()


asyncio.Event = Event
