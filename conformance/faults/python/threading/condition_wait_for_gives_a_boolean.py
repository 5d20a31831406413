# what: wait_for gives true or false in place of the predicate's value.
# kills: threading.condition.wait-for-predicate
# kind: fault

import threading


class Condition(threading.Condition):
    def wait_for(self, predicate, timeout=None):
        return bool(super().wait_for(predicate, timeout))


adapter.give_instead("threading", Condition=Condition)
