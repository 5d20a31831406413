# what: wait gives None, set or not.
# kills: threading.event.wait-returns-true, threading.event.wait-timeout
# kind: fault

import threading


class Event(threading.Event):
    def wait(self, timeout=None):
        super().wait(timeout)


adapter.give_instead("threading", Event=Event)
