# what: A drain that waits ends without an error when the connection breaks.
# kills: asyncio.streams.drain-broken
# kind: fault

import asyncio

own = asyncio.streams.FlowControlMixin.connection_lost


def connection_lost(self, error):
    own(self, None)


asyncio.streams.FlowControlMixin.connection_lost = connection_lost
