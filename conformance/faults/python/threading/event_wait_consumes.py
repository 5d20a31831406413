# what: A wait that ends well clears the event.
# kills: threading.event.sticky
# kind: fault

import threading


class Event(threading.Event):
    def wait(self, timeout=None):
        with self._cond:
            was_set = self._cond.wait_for(self.is_set, timeout)
            self._flag = False
            return was_set


adapter.give_instead("threading", Event=Event)
