# what: A loop that is dropped without its close is closed in silence.
# kills: asyncio.loop.unclosed-warning
# kind: fault

import asyncio

asyncio.BaseEventLoop.__del__ = lambda self, warn=None: self.is_closed() or self.close()
