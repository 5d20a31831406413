# what: Cancelling a finished job reports success.
# kills: futures.cancel.running-or-finished
# kind: fault

import concurrent.futures

base = concurrent.futures._base
Future = base.Future

own = Future.cancel
Future.cancel = lambda self: own(self) or self._state == "FINISHED"
