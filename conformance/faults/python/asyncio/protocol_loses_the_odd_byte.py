# what: A protocol that is called back gets chunks of an even length alone; the byte above is lost.
# kills: asyncio.protocol.same-data-as-streams
# kind: fault

import asyncio
from asyncio import selector_events

Transport = selector_events._SelectorSocketTransport
set_protocol = Transport.set_protocol


def set_careless_protocol(self, protocol):
    set_protocol(self, protocol)
    if isinstance(protocol, asyncio.Protocol) and not isinstance(
        protocol, asyncio.StreamReaderProtocol
    ):
        received = protocol.data_received
        protocol.data_received = lambda data: received(data[: len(data) // 2 * 2])


Transport.set_protocol = set_careless_protocol
