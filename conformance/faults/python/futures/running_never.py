# what: running is never true.
# kills: futures.done.states, futures.cancel.running-or-finished, futures.result.timeout-leaves-pending
# kind: fault

import concurrent.futures

base = concurrent.futures._base
Future = base.Future

Future.running = lambda self: False
