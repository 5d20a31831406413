# what: Removing a reader removes the writer of its descriptor.
# kills: asyncio.loop.reader-writer-apart
# kind: fault

import asyncio

own = asyncio.SelectorEventLoop.remove_reader


def remove_reader(self, descriptor):
    self.remove_writer(descriptor)
    return own(self, descriptor)


asyncio.SelectorEventLoop.remove_reader = remove_reader
