# what: The tasks that are left at the end of a run are cancelled in any order. Seeded by the run.
# kind: lawful
# tries: generators.*, asyncio.*

import asyncio
import random

all_tasks = asyncio.tasks.all_tasks
dice = {}


def all_tasks_shuffled(loop=None):
    run = adapter.CURRENT
    if run not in dice:
        dice.clear()
        dice[run] = random.Random(run and run.seed)
    tasks = sorted(all_tasks(loop), key=lambda task: task.get_name())
    dice[run].shuffle(tasks)
    return tasks


class Tasks:
    def __getattr__(self, name):
        return all_tasks_shuffled if name == "all_tasks" else getattr(asyncio.tasks, name)


asyncio.runners.tasks = Tasks()
