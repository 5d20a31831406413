# what: A finished future is refused by run_until_complete.
# kills: asyncio.task.empty-result
# kind: fault

import asyncio

BaseEventLoop = asyncio.base_events.BaseEventLoop
own = BaseEventLoop.run_until_complete


def run_until_complete(self, future):
    if asyncio.isfuture(future) and future.done():
        raise RuntimeError("the future is finished already")
    return own(self, future)


BaseEventLoop.run_until_complete = run_until_complete
