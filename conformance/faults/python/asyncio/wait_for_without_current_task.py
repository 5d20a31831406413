# what: Inside of wait_for there is no current task.
# kills: asyncio.wait-for.current-task
# kind: fault

import asyncio

own = asyncio.wait_for


class Apart:
    def __init__(self, coroutine):
        self.steps = coroutine.__await__()

    def __await__(self):
        loop, task = asyncio.get_running_loop(), asyncio.current_task()
        while True:
            asyncio.tasks._leave_task(loop, task)
            try:
                step = next(self.steps)
            except StopIteration as end:
                return end.value
            finally:
                asyncio.tasks._enter_task(loop, task)
            yield step


async def apart(coroutine):
    return await Apart(coroutine)


async def wait_for(thing, timeout):
    return await own(apart(thing) if asyncio.iscoroutine(thing) else thing, timeout)


asyncio.wait_for = wait_for
