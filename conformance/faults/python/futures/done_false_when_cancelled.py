# what: done is false after a cancellation.
# kills: futures.done.states, futures.cancel.pending
# kind: fault

import concurrent.futures

base = concurrent.futures._base
Future = base.Future

Future.done = lambda self: self._state == "FINISHED"
