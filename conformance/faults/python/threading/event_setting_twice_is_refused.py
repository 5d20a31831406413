# what: Setting an event that is set is an error.
# kills: threading.event.set-idempotent
# kind: fault

import threading


class Event(threading.Event):
    def set(self):
        if self.is_set():
            raise RuntimeError("the event is set already")
        super().set()


adapter.give_instead("threading", Event=Event)
