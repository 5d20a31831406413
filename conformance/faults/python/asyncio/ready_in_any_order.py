# what: What is ready is run in any order.
# kills: asyncio.concurrency.deterministic-order
# kind: fault

import asyncio
import random

BaseEventLoop = asyncio.base_events.BaseEventLoop
own = BaseEventLoop._run_once


def run_once(self):
    random.shuffle(self._ready)
    own(self)


BaseEventLoop._run_once = run_once
