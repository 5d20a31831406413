# what: A wait by a thread without the lock takes the lock by itself.
# kills: threading.condition.wait-needs-lock
# kind: fault

import threading


class Condition(threading.Condition):
    def wait(self, timeout=None):
        with self:
            return super().wait(timeout)


adapter.give_instead("threading", Condition=Condition)
