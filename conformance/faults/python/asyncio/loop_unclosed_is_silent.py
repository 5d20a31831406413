# what: A loop that is dropped without its close is not reported.
# kills: asyncio.loop.unclosed-warning
# kind: fault

import asyncio

del asyncio.BaseEventLoop.__del__
