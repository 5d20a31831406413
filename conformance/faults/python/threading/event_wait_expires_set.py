# what: A wait whose timeout expires leaves the event set.
# kills: threading.event.wait-timeout, threading.event.initially-clear
# kind: fault

import threading


class Event(threading.Event):
    def wait(self, timeout=None):
        found = super().wait(timeout)
        self._flag = True
        return found


adapter.give_instead("threading", Event=Event)
