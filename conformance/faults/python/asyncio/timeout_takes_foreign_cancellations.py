# what: Every cancellation that leaves a block with a limit becomes a timeout error.
# kills: asyncio.timeout.foreign-cancel
# kind: fault

import asyncio
from asyncio.timeouts import Timeout

own = Timeout.__aexit__


async def leave(self, *error):
    await own(self, *error)
    if error[0] is asyncio.CancelledError:
        raise asyncio.TimeoutError


Timeout.__aexit__ = leave
