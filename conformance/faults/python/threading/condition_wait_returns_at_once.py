# what: wait without a timeout gives way once and returns.
# kills: threading.condition.wait-blocks-until-notified
# kind: fault

import threading


class Condition(threading.Condition):
    def wait(self, timeout=None):
        return super().wait(0 if timeout is None else timeout) or timeout is None


adapter.give_instead("threading", Condition=Condition)
