# what: Cancelling a gather that is over cancels the children that are not.
# kills: asyncio.gather.cancel-finished
# kind: fault

import asyncio


def cancel(self, msg=None):
    asked = any([child.cancel(msg=msg) for child in self._children])
    self._cancel_requested = self._cancel_requested or asked
    return asked


asyncio.tasks._GatheringFuture.cancel = cancel
