# what: The low-level module does not tell a thread's identifier.
# kills: threading.lowlevel.lacks-high-level
# kind: fault

import _thread

adapter.give_instead("_thread")
del adapter.NAMES["_thread"].get_ident
