# what: Setting an event wakes only those who asked before one that has been cancelled.
# kills: asyncio.event.wakes-all
# kind: fault

import asyncio


class Event(asyncio.Event):
    def set(self):
        self._value = True
        for waiter in self._waiters:
            if waiter.done():
                break
            waiter.set_result(True)


asyncio.Event = Event
