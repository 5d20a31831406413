# what: wait gives true where its timeout expired, and false where it was notified.
# kills: threading.condition.wait-timeout
# kind: fault

import threading


class Condition(threading.Condition):
    def wait(self, timeout=None):
        return not super().wait(timeout)


adapter.give_instead("threading", Condition=Condition)
