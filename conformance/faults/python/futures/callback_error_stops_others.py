# what: An error in a callback keeps the later ones from being called.
# kills: futures.callback.error-contained
# kind: fault

import concurrent.futures

base = concurrent.futures._base
Future = base.Future

def invoke(self):
    try:
        for callback in self._done_callbacks:
            callback(self)
    except Exception:
        pass
Future._invoke_callbacks = invoke
