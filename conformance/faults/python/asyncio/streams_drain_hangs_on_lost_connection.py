# what: A drain that waits is not told that the connection is lost.
# kills: asyncio.streams.drain-broken
# kind: fault

import asyncio


def connection_lost(self, error):
    self._connection_lost = True


asyncio.streams.FlowControlMixin.connection_lost = connection_lost
