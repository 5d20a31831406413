# what: Callbacks of a future are called inside of what completes it or adds them.
# kills: asyncio.future.callback-late, asyncio.future.callback-on-completion
# kind: fault

import asyncio


class Future(asyncio.futures._PyFuture):
    def _Future__schedule_callbacks(self):
        callbacks, self._callbacks = self._callbacks, []
        for callback, context in callbacks:
            context.run(callback, self)

    def add_done_callback(self, callback, *, context=None):
        if self.done():
            callback(self)
        else:
            super().add_done_callback(callback, context=context)


asyncio.Future = asyncio.futures.Future = Future
