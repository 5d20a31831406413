# what: Acknowledgements beyond the puts are dropped in silence.
# kills: threading.queue.task-done-too-many
# kind: fault

import queue


class Queue(queue.Queue):
    def task_done(self):
        if self.unfinished_tasks:
            super().task_done()


adapter.give_instead("queue", Queue=Queue)
