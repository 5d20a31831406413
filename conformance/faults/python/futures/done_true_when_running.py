# what: done is true as soon as the job has begun.
# kills: futures.done.states
# kind: fault

import concurrent.futures

base = concurrent.futures._base
Future = base.Future

Future.done = lambda self: self._state != "PENDING"
