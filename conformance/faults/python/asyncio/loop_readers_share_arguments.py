# what: Every reader is called with the arguments registered last.
# kills: asyncio.loop.reader-own-callback
# kind: fault

import asyncio

own = asyncio.SelectorEventLoop.add_reader


def add_reader(self, descriptor, callback, *arguments):
    self.last_arguments = arguments
    return own(self, descriptor, lambda: callback(*self.last_arguments))


asyncio.SelectorEventLoop.add_reader = add_reader
