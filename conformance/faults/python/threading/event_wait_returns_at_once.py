# what: wait without a timeout gives way once and returns.
# kills: threading.event.wait-blocks-until-set, threading.event.example-order, threading.event.clear
# kind: fault

import threading


class Event(threading.Event):
    def wait(self, timeout=None):
        return super().wait(0 if timeout is None else timeout) or timeout is None


adapter.give_instead("threading", Event=Event)
