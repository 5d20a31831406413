# what: Of several waiters any is woken first. Seeded by the run.
# kind: lawful
# tries: threading.condition.*, threading.event.*, threading.queue.*, threading.semaphore.*
# chapters: threading

import random
import threading

dice = {}


class Condition(threading.Condition):
    def notify(self, n=1):
        run = adapter.CURRENT
        if run not in dice:
            dice.clear()
            dice[run] = random.Random(run and run.seed)
        if self._is_owned():
            dice[run].shuffle(self._waiters)
        super().notify(n)


threading.Condition = Condition
