# what: The call of sleep itself lets the others run, awaited or not.
# kills: asyncio.coroutine.stackless
# kind: fault

import asyncio

own = asyncio.sleep


def sleep(delay, result=None):
    loop, task = asyncio.get_running_loop(), asyncio.current_task()
    asyncio.tasks._leave_task(loop, task)
    for _ in range(len(loop._ready)):
        loop._ready.popleft()._run()
    asyncio.tasks._enter_task(loop, task)
    return own(delay, result)


asyncio.sleep = sleep
