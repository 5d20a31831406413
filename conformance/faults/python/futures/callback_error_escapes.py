# what: An error in a callback reaches the setter and stops the others.
# kills: futures.callback.error-contained
# kind: fault

import concurrent.futures

base = concurrent.futures._base
Future = base.Future

def invoke(self):
    for callback in self._done_callbacks:
        callback(self)
Future._invoke_callbacks = invoke
