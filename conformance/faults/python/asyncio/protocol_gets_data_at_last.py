# what: Data reaches a protocol after it was told that the connection is lost.
# kills: asyncio.protocol.callback-order
# kind: fault

import asyncio
from asyncio import selector_events

call_lost = selector_events._SelectorTransport._call_connection_lost


def call_lost_and_more(self, error):
    protocol = self._protocol
    call_lost(self, error)
    if not isinstance(protocol, asyncio.StreamReaderProtocol):
        protocol.data_received(b"late")


selector_events._SelectorTransport._call_connection_lost = call_lost_and_more
