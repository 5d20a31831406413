# what: On a plain lock, whoever calls is taken for its holder.
# kills: threading.condition.notify-needs-lock
# kind: fault

import threading


class Condition(threading.Condition):
    def _is_owned(self):
        return True


adapter.give_instead("threading", Condition=Condition)
