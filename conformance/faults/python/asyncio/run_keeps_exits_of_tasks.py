# what: SystemExit and KeyboardInterrupt of a task are kept as its outcome, and the loop goes on.
# kills: asyncio.run.exit-errors
# kind: fault

import asyncio


class Task(asyncio.tasks._PyTask):
    def __step(self, error=None):
        try:
            super().__step(error)
        except (SystemExit, KeyboardInterrupt):
            pass


asyncio.Task = asyncio.tasks.Task = Task
