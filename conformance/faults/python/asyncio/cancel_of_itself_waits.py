# what: A task that cancels itself hears of it when what it awaits next has ended.
# kills: asyncio.cancel.of-itself
# kind: fault

import asyncio


class Task(asyncio.tasks._PyTask):
    asked = False

    def cancel(self, msg=None):
        if asyncio.current_task(self.get_loop()) is not self:
            return super().cancel(msg)
        self.asked = True
        return True

    def __wakeup(self, future):
        self._must_cancel, self.asked = self._must_cancel or self.asked, False
        super().__wakeup(future)


asyncio.Task = asyncio.tasks.Task = Task
