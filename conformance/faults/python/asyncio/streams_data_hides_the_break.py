# what: A connection that breaks looks like the end of the stream where data was still to be received.
# kills: asyncio.streams.connection-error-behind-data
# kind: fault

import asyncio

Protocol = asyncio.StreamReaderProtocol
own = Protocol.connection_lost


def connection_lost(self, error):
    own(self, None if self._stream_reader._buffer else error)


Protocol.connection_lost = connection_lost
