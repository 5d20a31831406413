# what: Acknowledgements beyond the puts count for later ones.
# kills: threading.queue.task-done-too-many
# kind: fault

import queue


class Queue(queue.Queue):
    def task_done(self):
        with self.all_tasks_done:
            self.unfinished_tasks -= 1
            if self.unfinished_tasks == 0:
                self.all_tasks_done.notify_all()


adapter.give_instead("queue", Queue=Queue)
