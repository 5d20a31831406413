# what: A stream takes in all that comes, read or not.
# kills: asyncio.streams.back-pressure
# kind: fault

import asyncio


def feed_data(self, data):
    self._buffer.extend(data)
    self._wakeup_waiter()


asyncio.StreamReader.feed_data = feed_data
