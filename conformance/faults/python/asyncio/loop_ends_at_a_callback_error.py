# what: An error in a callback ends the loop.
# kills: asyncio.loop.callback-error-isolated
# kind: fault

import asyncio


def _run(self):
    self._context.run(self._callback, *self._args)


asyncio.Handle._run = _run
