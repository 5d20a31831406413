# what: A thread begins its work some time after start has returned.
# kind: lawful
# tries: threading.thread.*, threading.daemon.*, threading.subclass.*

import threading
import time

own, sleep = threading.Thread._bootstrap_inner, time.sleep


def bootstrap(self):
    run = self.run

    def late():
        sleep(0.005)
        run()

    self.run = late
    own(self)
    del self.run


threading.Thread._bootstrap_inner = bootstrap
