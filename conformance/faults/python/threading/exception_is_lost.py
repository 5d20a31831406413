# what: An uncaught exception in a thread is told nobody.
# kills: threading.thread.exception-reported
# kind: fault

import threading

threading._make_invoke_excepthook = lambda: lambda thread: None
