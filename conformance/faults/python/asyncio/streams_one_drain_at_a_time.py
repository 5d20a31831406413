# what: A second task is refused a drain while one waits.
# kills: asyncio.streams.drain-several
# kind: fault

import asyncio

own = asyncio.streams.FlowControlMixin._drain_helper


async def drain_helper(self):
    assert not self._drain_waiters
    await own(self)


asyncio.streams.FlowControlMixin._drain_helper = drain_helper
