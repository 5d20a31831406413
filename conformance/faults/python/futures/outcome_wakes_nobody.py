# what: Waiters are not woken.
# kills: futures.set-result.finishes, futures.set-exception.stores, futures.result.blocks, futures.cancel.result-raises
# kind: fault

import concurrent.futures

base = concurrent.futures._base
Future = base.Future

own = Future.__init__
def init(self):
    own(self)
    self._condition.notify_all = lambda: None
Future.__init__ = init
