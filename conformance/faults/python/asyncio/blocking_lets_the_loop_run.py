# what: While a call blocks a coroutine the others go on.
# kills: asyncio.blocking.call-stalls-loop
# kind: fault

import asyncio

own = adapter.Run.gate


def gate(self, name):
    loop = asyncio._get_running_loop()
    task = loop and asyncio.current_task()
    if task is not None:
        asyncio.tasks._leave_task(loop, task)
        for _ in range(len(loop._ready)):
            loop._ready.popleft()._run()
        asyncio.tasks._enter_task(loop, task)
    own(self, name)


adapter.Run.gate = gate
