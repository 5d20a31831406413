# what: A thread takes its default name when it starts.
# kills: threading.subclass.name-before-base-init, threading.thread.name-settable
# kind: fault

import threading

own_init, own = threading.Thread.__init__, threading.Thread.start


def init(self, *args, **kwargs):
    own_init(self, *args, **kwargs)
    self.first_name = self._name


def start(self):
    self._name = self.first_name
    own(self)


threading.Thread.__init__, threading.Thread.start = init, start
