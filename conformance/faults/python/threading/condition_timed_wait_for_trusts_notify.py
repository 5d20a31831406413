# what: wait_for with a limit takes a notification for the predicate.
# kills: threading.condition.wait-for-predicate
# kind: fault

import threading


class Condition(threading.Condition):
    def wait_for(self, predicate, timeout=None):
        if timeout is None:
            return super().wait_for(predicate)
        return predicate() or self.wait(timeout) or predicate()


adapter.give_instead("threading", Condition=Condition)
