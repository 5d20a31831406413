# what: wait_for does not ask the predicate again when the time is over.
# kills: threading.condition.wait-for-predicate
# kind: fault

import threading


class Condition(threading.Condition):
    def wait_for(self, predicate, timeout=None):
        found = predicate()
        while not found and self.wait(timeout):
            found = predicate()
        return found


adapter.give_instead("threading", Condition=Condition)
