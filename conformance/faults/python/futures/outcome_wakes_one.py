# what: Only one waiter is woken.
# kills: futures.result.many-waiters
# kind: fault

import concurrent.futures

base = concurrent.futures._base
Future = base.Future

own = Future.__init__
def init(self):
    own(self)
    self._condition.notify_all = self._condition.notify
Future.__init__ = init
