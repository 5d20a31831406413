# what: A protocol is told twice that its connection is lost.
# kills: asyncio.protocol.callback-order
# kind: fault

import asyncio
from asyncio import selector_events

call_lost = selector_events._SelectorTransport._call_connection_lost


def call_lost_twice(self, error):
    protocol = self._protocol
    call_lost(self, error)
    if not isinstance(protocol, asyncio.StreamReaderProtocol):
        protocol.connection_lost(error)


selector_events._SelectorTransport._call_connection_lost = call_lost_twice
