# what: A timer that is cancelled fires all the same.
# kills: asyncio.loop.timer-cancelled
# kind: fault

import asyncio


def cancel(self):
    pass


asyncio.TimerHandle.cancel = cancel
