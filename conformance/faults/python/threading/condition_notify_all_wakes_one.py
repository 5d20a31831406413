# what: notify_all wakes a single thread.
# kills: threading.condition.notify-all
# kind: fault

import threading


class Condition(threading.Condition):
    def notify_all(self):
        self.notify()


adapter.give_instead("threading", Condition=Condition)
