# what: Callbacks are called in a thread of their own.
# kills: futures.callback.thread
# kind: fault

import concurrent.futures

base = concurrent.futures._base
Future = base.Future

import threading
own = Future._invoke_callbacks
def invoke(self):
    thread = threading.Thread(target=own, args=(self,))
    thread.start()
    thread.join()
Future._invoke_callbacks = invoke
