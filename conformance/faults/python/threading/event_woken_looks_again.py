# what: A waiter that was woken waits on where it finds the event clear again.
# kills: threading.event.pulse-releases-waiters
# kind: fault

import threading


class Event(threading.Event):
    def wait(self, timeout=None):
        with self._cond:
            return self._cond.wait_for(self.is_set, timeout)


adapter.give_instead("threading", Event=Event)
