# what: all_tasks gives finished tasks as well.
# kills: asyncio.task.all-unfinished
# kind: fault

import asyncio


def all_tasks(loop=None):
    loop = loop or asyncio.get_running_loop()
    return {task for task in asyncio.tasks._all_tasks if task.get_loop() is loop}


asyncio.all_tasks = all_tasks
