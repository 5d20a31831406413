# what: A wait whose timeout expires raises.
# kills: threading.event.wait-timeout
# kind: fault

import threading


class Event(threading.Event):
    def wait(self, timeout=None):
        if not super().wait(timeout):
            raise TimeoutError("the event was not set in time")
        return True


adapter.give_instead("threading", Event=Event)
