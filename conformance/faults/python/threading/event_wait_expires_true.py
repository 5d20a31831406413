# what: A wait whose timeout expires gives true.
# kills: threading.event.wait-timeout, threading.event.example-input-eof, threading.event.initially-clear
# kind: fault

import threading


class Event(threading.Event):
    def wait(self, timeout=None):
        super().wait(timeout)
        return True


adapter.give_instead("threading", Event=Event)
