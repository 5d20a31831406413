# what: Running a coroutine cancels what else is pending when it ends.
# kills: asyncio.loop.leaves-pending
# kind: fault

import asyncio

own = asyncio.BaseEventLoop.run_until_complete


def run_until_complete(self, future):
    try:
        return own(self, future)
    finally:
        leftovers = asyncio.all_tasks(self)
        for task in leftovers:
            task.cancel()
        if leftovers:
            own(self, asyncio.wait(leftovers))


asyncio.BaseEventLoop.run_until_complete = run_until_complete
