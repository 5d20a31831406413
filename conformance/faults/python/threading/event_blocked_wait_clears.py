# what: A waiter that had to block clears the event when it wakes.
# kills: threading.event.sticky
# kind: fault

import threading


class Event(threading.Event):
    def wait(self, timeout=None):
        blocks = timeout is None and not self.is_set()
        was_set = super().wait(timeout)
        if blocks:
            self.clear()
        return was_set


adapter.give_instead("threading", Event=Event)
