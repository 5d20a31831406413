# what: A reader that leaves its data is not called again.
# kills: asyncio.loop.reader-level-triggered
# kind: fault

import asyncio

own = asyncio.SelectorEventLoop.add_reader


def add_reader(self, descriptor, callback, *arguments):
    called = []

    def once():
        if not called:
            called.append(True)
            callback(*arguments)

    return own(self, descriptor, once)


asyncio.SelectorEventLoop.add_reader = add_reader
