# what: Threads that were waiting stay when the future is cancelled.
# kills: futures.cancel.result-raises
# kind: fault

import concurrent.futures

base = concurrent.futures._base
Future = base.Future

own = Future.cancel
def cancel(self):
    notify, self._condition.notify_all = self._condition.notify_all, lambda: None
    try:
        return own(self)
    finally:
        self._condition.notify_all = notify
Future.cancel = cancel
