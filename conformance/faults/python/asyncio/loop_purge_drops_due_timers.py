# what: Clearing away many cancelled timers drops those that are due.
# kills: asyncio.loop.timer-order
# kind: fault

import asyncio
import heapq
import types


def heapify(timers):
    now = asyncio.get_running_loop().time()
    timers[:] = [timer for timer in timers if timer.when() > now]
    heapq.heapify(timers)


asyncio.base_events.heapq = types.SimpleNamespace(
    heappush=heapq.heappush, heappop=heapq.heappop, heapify=heapify
)
