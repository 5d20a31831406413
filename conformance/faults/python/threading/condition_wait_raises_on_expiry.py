# what: A wait whose timeout expires raises.
# kills: threading.condition.wait-timeout
# kind: fault

import threading


class Condition(threading.Condition):
    def wait(self, timeout=None):
        if not super().wait(timeout):
            raise TimeoutError("nobody notified in time")
        return True


adapter.give_instead("threading", Condition=Condition)
