# what: The process ends with its main thread.
# kills: threading.daemon.normal-thread-waited, threading.daemon.lives-until-last-normal-thread
# kind: fault

import threading

threading._shutdown = lambda: None
