# what: A notification without anybody who waits is kept for the next wait.
# kills: asyncio.condition.notify-not-stored
# kind: fault

import asyncio


class Condition(asyncio.Condition):
    kept = 0

    def notify(self, n=1):
        self.kept += max(n - len(self._waiters), 0)
        super().notify(n)

    async def wait(self):
        if self.kept and self.locked():
            self.kept -= 1
            return True
        return await super().wait()


asyncio.Condition = Condition
