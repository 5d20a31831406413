# what: A timeout of zero or less is none at all.
# kills: threading.event.wait-timeout
# kind: fault

import threading


class Event(threading.Event):
    def wait(self, timeout=None):
        return super().wait(timeout if timeout is None or timeout > 0 else None)


adapter.give_instead("threading", Event=Event)
