# what: A cancellation does not call back.
# kills: futures.callback.any-outcome, futures.callback.thread
# kind: fault

import concurrent.futures

base = concurrent.futures._base
Future = base.Future

own = Future._invoke_callbacks
Future._invoke_callbacks = lambda self: own(self) if self._state == "FINISHED" else None
