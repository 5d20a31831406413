# what: A wait by a thread without the lock returns false.
# kills: threading.condition.wait-needs-lock
# kind: fault

import threading


class Condition(threading.Condition):
    def wait(self, timeout=None):
        return self._is_owned() and super().wait(timeout)


adapter.give_instead("threading", Condition=Condition)
