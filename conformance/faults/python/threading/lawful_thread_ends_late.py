# what: A thread ends some time after its run method.
# kind: lawful
# tries: threading.thread.*, threading.daemon.*, threading.queue.*

import threading
import time

own, sleep = threading.Thread._delete, time.sleep


def delete(self):
    own(self)
    sleep(0.005)


threading.Thread._delete = delete
