# what: set wakes one waiter.
# kills: threading.event.wakes-all
# kind: fault

import threading


class Event(threading.Event):
    def set(self):
        with self._cond:
            self._flag = True
            self._cond.notify()


adapter.give_instead("threading", Event=Event)
