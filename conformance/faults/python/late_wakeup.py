# what: A task that has been woken often takes one more turn of the loop before it goes on. Seeded by the run.
# kind: lawful
# tries: generators.*, asyncio.*

import asyncio
import random

dice, SHARE = {}, 0.4


class Task(asyncio.tasks._PyTask):
    def _Task__wakeup(self, future):
        run = adapter.CURRENT
        if run not in dice:
            dice.clear()
            dice[run] = random.Random(run and run.seed)
        if dice[run].random() < SHARE:
            self.get_loop().call_soon(super()._Task__wakeup, future, context=self._context)
        else:
            super()._Task__wakeup(future)


asyncio.Task = asyncio.tasks.Task = Task
