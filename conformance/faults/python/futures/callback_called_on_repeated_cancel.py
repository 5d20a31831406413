# what: cancel of a cancelled future calls the callbacks again.
# kills: futures.callback.called-once
# kind: fault

import concurrent.futures

base = concurrent.futures._base
Future = base.Future

own = Future.cancel
def cancel(self):
    again = self.cancelled()
    answer = own(self)
    if again:
        self._invoke_callbacks()
    return answer
Future.cancel = cancel
