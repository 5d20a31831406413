# what: result returns None while the future is pending.
# kills: futures.result.blocks, futures.result.example-square, futures.result.many-waiters, futures.set-result.finishes, futures.set-exception.stores, futures.cancel.result-raises
# kind: fault

import concurrent.futures

base = concurrent.futures._base
Future = base.Future

own = Future.result
Future.result = lambda self, timeout=None: own(self, timeout) if self.done() else None
