# what: Clearing away many cancelled timers leaves the others in no order.
# kills: asyncio.loop.timer-order
# kind: fault

import asyncio
import heapq
import types

asyncio.base_events.heapq = types.SimpleNamespace(
    heappush=heapq.heappush, heappop=heapq.heappop, heapify=lambda timers: None
)
