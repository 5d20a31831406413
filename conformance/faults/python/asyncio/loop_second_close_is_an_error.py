# what: A second close of a loop is an error.
# kills: asyncio.loop.close-idempotent
# kind: fault

import asyncio

own = asyncio.SelectorEventLoop.close


def close(self):
    self._check_closed()
    own(self)


asyncio.SelectorEventLoop.close = close
