# what: The exit goes by the daemon flag that a thread was created with.
# kills: threading.daemon.dies-with-process, threading.daemon.normal-thread-waited
# kind: fault

import threading

own_init, own_set = threading.Thread.__init__, threading.Thread._set_tstate_lock


def init(self, *args, **kwargs):
    own_init(self, *args, **kwargs)
    self.first_flag = self._daemonic


def set_tstate_lock(self):
    flag, self._daemonic = self._daemonic, self.first_flag
    own_set(self)
    self._daemonic = flag


threading.Thread.__init__, threading.Thread._set_tstate_lock = init, set_tstate_lock
