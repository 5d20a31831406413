# what: An event that was ever set tells that it is set.
# kills: asyncio.event.is-set
# kind: fault

import asyncio


class Event(asyncio.Event):
    ever = False

    def set(self):
        self.ever = True
        super().set()

    def is_set(self):
        return self.ever


asyncio.Event = Event
