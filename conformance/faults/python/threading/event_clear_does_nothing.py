# what: clear leaves an event set that was set once.
# kills: threading.event.clear, threading.event.set-idempotent
# kind: fault

import threading


class Event(threading.Event):
    def clear(self):
        pass


adapter.give_instead("threading", Event=Event)
