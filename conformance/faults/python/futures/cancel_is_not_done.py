# what: A cancelled future counts as pending until a worker comes to it.
# kills: futures.cancel.pending, futures.done.states
# kind: fault

import concurrent.futures

base = concurrent.futures._base
Future = base.Future

Future.done = lambda self: self._state in ("CANCELLED_AND_NOTIFIED", "FINISHED")
