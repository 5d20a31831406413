# what: wait gives the flag as it stands when the waiter has come back, so false after a pulse.
# kills: threading.event.pulse-releases-waiters
# kind: fault

import threading


class Event(threading.Event):
    def wait(self, timeout=None):
        super().wait(timeout)
        return self.is_set()


adapter.give_instead("threading", Event=Event)
