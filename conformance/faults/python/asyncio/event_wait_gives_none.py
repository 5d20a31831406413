# what: Waiting for an event gives None where it had to wait.
# kills: asyncio.event.wait-result
# kind: fault

import asyncio


class Event(asyncio.Event):
    async def wait(self):
        waits = not self._value
        await super().wait()
        return None if waits else True


asyncio.Event = Event
