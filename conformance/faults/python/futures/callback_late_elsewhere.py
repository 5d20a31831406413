# what: A late callback is called in a thread of its own, which is waited for.
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
    thread = threading.Thread(target=own, args=(self, function))
    thread.start()
    thread.join()
Future.add_done_callback = add
