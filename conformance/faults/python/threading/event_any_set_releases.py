# what: All events share one condition, and a waiter that it wakes does not look at its own flag.
# kills: threading.event.wait-blocks-until-set
# kind: fault

import threading


class Event(threading.Event):
    shared = threading.Condition()

    def __init__(self):
        super().__init__()
        self._cond = self.shared


adapter.give_instead("threading", Event=Event)
