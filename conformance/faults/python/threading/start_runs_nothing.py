# what: A thread starts and ends without running its target.
# kills: threading.thread.start-runs-target, threading.thread.start-runs-once
# kind: fault

import threading

threading.Thread.run = lambda self: None
