# what: clear releases those that wait.
# kills: threading.event.wait-blocks-until-set
# kind: fault

import threading


class Event(threading.Event):
    def clear(self):
        with self._cond:
            self._flag = False
            self._cond.notify_all()


adapter.give_instead("threading", Event=Event)
