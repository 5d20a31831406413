# what: A class keeps one run method, that of its latest instance.
# kills: threading.subclass.state-per-instance
# kind: fault

import threading

own_init, own = threading.Thread.__init__, threading.Thread._bootstrap_inner
latest = {}


def init(self, *args, **kwargs):
    own_init(self, *args, **kwargs)
    latest[type(self)] = self


def bootstrap(self):
    if type(self).run is not threading.Thread.run:
        self.run = lambda: type(self).run(latest[type(self)])
    own(self)


threading.Thread.__init__, threading.Thread._bootstrap_inner = init, bootstrap
