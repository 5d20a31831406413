# what: The low-level module identifies threads as the kernel does, the high-level one by handles.
# kills: threading.lowlevel.start-returns-ident
# kind: fault

import _thread

adapter.give_instead("_thread", get_ident=_thread.get_native_id)
