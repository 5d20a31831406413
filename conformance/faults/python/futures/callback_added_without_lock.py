# what: add_done_callback looks and appends without the lock: the end may come in between.
# kills: futures.callback.called-once
# kind: fault

import concurrent.futures

base = concurrent.futures._base
Future = base.Future

import time
own = Future.add_done_callback
def add_done_callback(self, callback):
    if self.done():
        own(self, callback)
    else:
        time.sleep(0.0001)
        self._done_callbacks.append(callback)
Future.add_done_callback = add_done_callback
