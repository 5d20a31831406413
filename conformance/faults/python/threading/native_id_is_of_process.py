# what: The kernel knows all threads of a process as one.
# kills: threading.switch.kernel-level
# kind: fault

import os

adapter.give_instead("threading", get_native_id=os.getpid)
