# what: The request for cancellation that a limit made of its task stays open.
# kills: asyncio.timeout.expiry
# kind: fault

import asyncio
from asyncio.timeouts import Timeout

own = Timeout.__aexit__


async def leave(self, *error):
    if not self.expired():
        return await own(self, *error)
    if error[0] is asyncio.CancelledError:
        raise asyncio.TimeoutError


Timeout.__aexit__ = leave
