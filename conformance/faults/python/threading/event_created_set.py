# what: An event is set from the start.
# kills: threading.event.initially-clear
# kind: fault

import threading


class Event(threading.Event):
    def __init__(self):
        super().__init__()
        self._flag = True


adapter.give_instead("threading", Event=Event)
