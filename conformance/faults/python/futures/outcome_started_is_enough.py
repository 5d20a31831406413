# what: The start of the job wakes those who wait for its result, and they do not wait again.
# kills: futures.result.blocks
# kind: fault

import concurrent.futures

base = concurrent.futures._base
Future = base.Future

own = Future.set_running_or_notify_cancel
def start(self):
    with self._condition:
        goes_on = own(self)
        self._condition.notify_all()
        return goes_on
Future.set_running_or_notify_cancel = start
