# what: wait_for ends at the first wake, whatever the predicate gives then.
# kills: threading.condition.wait-for-predicate
# kind: fault

import threading


class Condition(threading.Condition):
    def wait_for(self, predicate, timeout=None):
        result = predicate()
        if not result:
            self.wait(timeout)
            result = predicate()
        return result


adapter.give_instead("threading", Condition=Condition)
