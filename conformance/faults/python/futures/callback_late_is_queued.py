# what: A late callback is called some time later.
# kills: futures.callback.late
# kind: fault

import concurrent.futures

base = concurrent.futures._base
Future = base.Future

import threading
own = Future.add_done_callback
def add(self, function):
    if not self.done():
        return own(self, function)
    threading.Timer(0.05, own, (self, function)).start()
Future.add_done_callback = add
