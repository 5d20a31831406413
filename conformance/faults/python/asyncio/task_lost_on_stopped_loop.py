# what: A loop that starts to run drops what was scheduled before, save the latest.
# kills: asyncio.task.create-before-run
# kind: fault

import asyncio

BaseEventLoop = asyncio.base_events.BaseEventLoop
own = BaseEventLoop.run_forever


def run_forever(self):
    while len(self._ready) > 1:
        self._ready.popleft()
    own(self)


BaseEventLoop.run_forever = run_forever
