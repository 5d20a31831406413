# what: A callback that is added for a descriptor does not replace the former one.
# kills: asyncio.loop.reader-replaced
# kind: fault

import asyncio

own = asyncio.SelectorEventLoop.add_reader


def add_reader(self, descriptor, callback, *arguments):
    key = self._selector.get_map().get(descriptor)
    if key is None or key.data[0] is None:
        own(self, descriptor, callback, *arguments)


asyncio.SelectorEventLoop.add_reader = add_reader
