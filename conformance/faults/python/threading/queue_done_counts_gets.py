# what: An item counts as unfinished from the time when it is taken.
# kills: threading.queue.task-done-counts-puts
# kind: fault

import queue


class Queue(queue.Queue):
    def _put(self, item):
        super()._put(item)
        self.unfinished_tasks -= 1

    def _get(self):
        self.unfinished_tasks += 1
        return super()._get()


adapter.give_instead("queue", Queue=Queue)
