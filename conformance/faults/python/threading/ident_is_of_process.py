# what: All threads of a process have one identifier.
# kills: threading.thread.other-thread, threading.subclass.run-override
# kind: fault

import os

adapter.give_instead("threading", get_ident=os.getpid)
