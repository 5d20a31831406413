# what: Timers with equal deadlines fire in any order. Seeded by the run.
# kind: lawful
# tries: generators.*, asyncio.*

import asyncio
import random

dice = {}


class TimerHandle(asyncio.TimerHandle):
    __slots__ = ("tie",)

    def __init__(self, *arguments, **keywords):
        super().__init__(*arguments, **keywords)
        run = adapter.CURRENT
        if run not in dice:
            dice.clear()
            dice[run] = random.Random(run and run.seed)
        self.tie = dice[run].random()

    def __lt__(self, other):
        return (self._when, self.tie) < (other._when, other.tie)


asyncio.TimerHandle = asyncio.events.TimerHandle = TimerHandle
