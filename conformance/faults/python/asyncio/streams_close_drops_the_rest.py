# what: Closing a writer drops what it has not sent.
# kills: asyncio.streams.close-flushes
# kind: fault

import asyncio


def close(self):
    self._transport.abort()


asyncio.StreamWriter.close = close
