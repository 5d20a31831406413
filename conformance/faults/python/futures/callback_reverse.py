# what: Callbacks are called in reverse order.
# kills: futures.callback.order
# kind: fault

import concurrent.futures

base = concurrent.futures._base
Future = base.Future

own = Future._invoke_callbacks
def invoke(self):
    self._done_callbacks.reverse()
    own(self)
Future._invoke_callbacks = invoke
