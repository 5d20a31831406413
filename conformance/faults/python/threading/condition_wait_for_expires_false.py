# what: wait_for gives false when its timeout expires.
# kills: threading.condition.wait-for-predicate
# kind: fault

import threading


class Condition(threading.Condition):
    def wait_for(self, predicate, timeout=None):
        return super().wait_for(predicate, timeout) or False


adapter.give_instead("threading", Condition=Condition)
