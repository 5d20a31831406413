# what: A plain with statement on a lock between tasks runs its body without the lock.
# kills: asyncio.lock.async-with-only
# kind: fault

import asyncio

asyncio.Lock.__enter__ = lambda self: self
asyncio.Lock.__exit__ = lambda self, *error: None
