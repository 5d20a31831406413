# what: Only success calls back.
# kills: futures.callback.any-outcome, futures.callback.error-contained
# kind: fault

import concurrent.futures

base = concurrent.futures._base
Future = base.Future

own = Future._invoke_callbacks
Future._invoke_callbacks = lambda self: own(self) if self._state == "FINISHED" and self._exception is None else None
