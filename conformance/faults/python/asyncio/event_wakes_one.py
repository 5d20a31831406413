# what: Setting an event wakes one of its waiters.
# kills: asyncio.event.wakes-all
# kind: fault

import asyncio


class Event(asyncio.Event):
    def set(self):
        self._value = True
        for waiter in self._waiters:
            if not waiter.done():
                waiter.set_result(True)
                break


asyncio.Event = Event
