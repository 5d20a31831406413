# what: A stack size below the minimum is raised to it in silence.
# kills: threading.stack.size-limit
# kind: fault

import threading

own = threading.stack_size
adapter.give_instead("threading", stack_size=lambda size=0: own(max(size, 32768) if size else 0))
