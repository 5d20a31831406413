# what: A server that is closed ends the connections it has accepted.
# kills: asyncio.streams.server-close-keeps-connections
# kind: fault

import asyncio

Protocol = asyncio.StreamReaderProtocol
made, close = Protocol.connection_made, asyncio.Server.close
accepted = []


def connection_made(self, transport):
    if self._client_connected_cb is not None:
        accepted.append(transport)
    made(self, transport)


def close_all(self):
    close(self)
    for transport in accepted:
        transport.close()


Protocol.connection_made, asyncio.Server.close = connection_made, close_all
