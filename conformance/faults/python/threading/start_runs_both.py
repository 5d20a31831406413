# what: A thread runs its target and its own run method.
# kills: threading.subclass.run-override-drops-target
# kind: fault

import threading

own = threading.Thread._bootstrap_inner


def bootstrap(self):
    override = self.run
    if type(self).run is not threading.Thread.run and self._target is not None:
        self.run = lambda: (threading.Thread.run(self), override())
    own(self)


threading.Thread._bootstrap_inner = bootstrap
