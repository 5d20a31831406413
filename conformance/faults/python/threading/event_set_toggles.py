# what: set on a set event clears it.
# kills: threading.event.set-idempotent
# kind: fault

import threading


class Event(threading.Event):
    def set(self):
        if self.is_set():
            self.clear()
        else:
            super().set()


adapter.give_instead("threading", Event=Event)
