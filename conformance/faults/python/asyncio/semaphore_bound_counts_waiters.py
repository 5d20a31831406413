# what: A bounded semaphore refuses a release while as many wait as it has permits.
# kills: asyncio.semaphore.cancelled-waiter-skipped
# kind: fault

import asyncio


class BoundedSemaphore(asyncio.BoundedSemaphore):
    def release(self):
        if len(self._waiters or ()) >= self._bound_value:
            raise ValueError("too many releases")
        super().release()


asyncio.BoundedSemaphore = BoundedSemaphore
