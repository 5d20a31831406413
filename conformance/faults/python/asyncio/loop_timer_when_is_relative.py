# what: The handle of a timer tells how long it still has to wait.
# kills: asyncio.loop.timer-when
# kind: fault

import asyncio


def when(self):
    return self._when - self._loop.time()


asyncio.TimerHandle.when = when
