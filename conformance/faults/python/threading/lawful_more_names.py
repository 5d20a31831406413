# what: threading and the low-level module offer more than they need.
# kind: lawful
# tries: threading.module.*, threading.lowlevel.*

import _thread
import threading

threading.Mutex = threading.Latch = threading.Lock
_thread.exit_all = _thread.get_name = _thread.get_ident
