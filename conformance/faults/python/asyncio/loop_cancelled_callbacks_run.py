# what: A callback that is cancelled runs all the same.
# kills: asyncio.loop.callback-cancelled
# kind: fault

import asyncio


def cancel(self):
    pass


asyncio.Handle.cancel = cancel
