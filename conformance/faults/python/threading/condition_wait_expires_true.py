# what: A wait whose timeout expires gives true.
# kills: threading.condition.wait-timeout
# kind: fault

import threading


class Condition(threading.Condition):
    def wait(self, timeout=None):
        super().wait(timeout)
        return True


adapter.give_instead("threading", Condition=Condition)
