# what: A server holds 256 connections; whoever comes then is shut out.
# kills: asyncio.concurrency.many-connections
# kind: fault

import asyncio

LIMIT = 256
made, lost, held = (
    asyncio.StreamReaderProtocol.connection_made,
    asyncio.StreamReaderProtocol.connection_lost,
    set(),
)


def connection_made(self, transport):
    if self._client_connected_cb is not None:
        held.add(self)
    if len(held) > LIMIT:
        held.discard(self)
        self._client_connected_cb = None
        transport.abort()
    made(self, transport)


def connection_lost(self, error):
    held.discard(self)
    lost(self, error)


asyncio.StreamReaderProtocol.connection_made = connection_made
asyncio.StreamReaderProtocol.connection_lost = connection_lost
