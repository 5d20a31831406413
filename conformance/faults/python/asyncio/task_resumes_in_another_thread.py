# what: A task that is woken goes on in another thread.
# kills: asyncio.concurrency.single-thread
# kind: fault

import asyncio
import threading


class Task(asyncio.tasks._PyTask):
    def _Task__wakeup(self, future):
        loop, wake_up = self.get_loop(), super()._Task__wakeup

        def resume():
            asyncio._set_running_loop(loop)
            wake_up(future)

        thread = threading.Thread(target=resume)
        thread.start()
        thread.join()


asyncio.Task = asyncio.tasks.Task = Task
