# what: An event set twice has to be cleared twice.
# kills: threading.event.set-idempotent
# kind: fault

import threading


class Event(threading.Event):
    times = 0

    def set(self):
        self.times += 1
        super().set()

    def clear(self):
        self.times = max(0, self.times - 1)
        if self.times == 0:
            super().clear()


adapter.give_instead("threading", Event=Event)
