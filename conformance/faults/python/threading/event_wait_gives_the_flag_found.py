# what: wait gives the flag as it found it, so false where it had to wait for it.
# kills: threading.event.wait-returns-true, threading.event.wakes-all
# kind: fault

import threading


class Event(threading.Event):
    def wait(self, timeout=None):
        found = self.is_set()
        super().wait(timeout)
        return found


adapter.give_instead("threading", Event=Event)
