# what: A delay at random before events of every thread. Seeded by the run.
# kind: lawful

import random
import time

sleep, emit, dice = time.sleep, adapter.Run.emit, {}
SHARE, LONGEST_S = 0.3, 0.01


def delayed(run, *event):
    if run not in dice:
        dice.clear()
        dice[run] = random.Random(run.seed)
    if dice[run].random() < SHARE:
        sleep(dice[run].uniform(0, LONGEST_S))
    emit(run, *event)


adapter.Run.emit = delayed
