# what: The current-thread query gives another object than the one that was started.
# kills: threading.thread.other-thread, threading.subclass.run-override
# kind: fault

import copy
import threading

adapter.give_instead("threading", current_thread=lambda: copy.copy(threading.current_thread()))
