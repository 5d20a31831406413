# what: Clearing an event lets those pass who wait for it.
# kills: asyncio.event.wakes-all
# kind: fault

import asyncio


class Event(asyncio.Event):
    def clear(self):
        super().set()
        super().clear()


asyncio.Event = Event
