# what: A task takes its first step inside the call that creates it.
# kills: asyncio.task.eager-factory, asyncio.task.scheduled-not-run, asyncio.task.example-other-work
# kind: fault

import asyncio


class Task(asyncio.tasks._PyTask):
    def __init__(self, coroutine, *, loop=None, **options):
        super().__init__(coroutine, loop=loop, **options)
        outer = asyncio._get_running_loop() and asyncio.current_task()
        if outer is not None:
            loop._ready.pop()
            asyncio.tasks._leave_task(loop, outer)
            self.__step()
            asyncio.tasks._enter_task(loop, outer)


asyncio.Task = asyncio.tasks.Task = Task
