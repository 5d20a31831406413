# what: The second cancel returns false.
# kills: futures.cancel.pending
# kind: fault

import concurrent.futures

base = concurrent.futures._base
Future = base.Future

own = Future.cancel
Future.cancel = lambda self: not self.cancelled() and own(self)
