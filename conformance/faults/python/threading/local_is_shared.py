# what: Thread-local values are those of all threads.
# kills: threading.local.isolation
# kind: fault

import types

adapter.give_instead("threading", local=types.SimpleNamespace)
