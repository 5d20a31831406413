# what: A callback that is added for a descriptor leaves the former ones in place.
# kills: asyncio.loop.reader-replaced
# kind: fault

import asyncio

own = asyncio.SelectorEventLoop.add_reader
added = {}


def add_reader(self, descriptor, callback, *arguments):
    callbacks = added.setdefault((self, descriptor), [])
    callbacks.append(lambda: callback(*arguments))
    own(self, descriptor, lambda: [each() for each in callbacks])


asyncio.SelectorEventLoop.add_reader = add_reader
