# what: A connection that breaks looks like the end of the stream.
# kills: asyncio.streams.connection-error
# kind: fault

import asyncio

own = asyncio.StreamReaderProtocol.connection_lost


def connection_lost(self, error):
    own(self, None)


asyncio.StreamReaderProtocol.connection_lost = connection_lost
