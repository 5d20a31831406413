# what: A cancelled task is done at once: its coroutine is closed without hearing of it.
# kills: asyncio.cancel.deferred, asyncio.cancel.delivered-at-suspension
# kind: fault

import asyncio


class Task(asyncio.tasks._PyTask):
    def cancel(self, message=None):
        if self.done():
            return False
        if self._fut_waiter is not None:
            self._fut_waiter.remove_done_callback(self.__wakeup)
        asyncio.futures._PyFuture.cancel(self, message)
        self.get_coro().close()
        return True


asyncio.Task = asyncio.tasks.Task = Task
