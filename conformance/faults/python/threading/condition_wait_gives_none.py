# what: wait gives None, notified or not.
# kills: threading.condition.wait-timeout
# kind: fault

import threading


class Condition(threading.Condition):
    def wait(self, timeout=None):
        super().wait(timeout)


adapter.give_instead("threading", Condition=Condition)
