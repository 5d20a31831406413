# what: cancel sets a flag only: the future is not done and waiters stay.
# kills: futures.cancel.pending, futures.cancel.result-raises, futures.cancel.pending-never-runs
# kind: fault

import concurrent.futures

base = concurrent.futures._base
Future = base.Future

def cancel(self):
    if self._state in ("RUNNING", "FINISHED"):
        return False
    self.flag = True
    return True
Future.cancel = cancel
Future.cancelled = lambda self: getattr(self, "flag", False)
