# what: A closed loop takes work.
# kills: asyncio.loop.closed-refuses
# kind: fault

import asyncio

own = asyncio.BaseEventLoop._check_closed


def _check_closed(self):
    pass


asyncio.BaseEventLoop._check_closed = _check_closed
