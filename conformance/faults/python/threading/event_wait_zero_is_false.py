# what: A wait with a timeout of zero does not look at the flag.
# kills: threading.event.wait-timeout, threading.event.sticky, threading.event.wait-returns-true
# kind: fault

import threading


class Event(threading.Event):
    def wait(self, timeout=None):
        return timeout != 0 and super().wait(timeout)


adapter.give_instead("threading", Event=Event)
