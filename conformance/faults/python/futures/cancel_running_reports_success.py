# what: Cancelling a running job reports success and changes nothing.
# kills: futures.cancel.running-or-finished, futures.cancel.example
# kind: fault

import concurrent.futures

base = concurrent.futures._base
Future = base.Future

own = Future.cancel
Future.cancel = lambda self: own(self) or self._state == "RUNNING"
