# what: An uncaught exception in a thread is reported twice.
# kills: threading.thread.exception-reported
# kind: fault

import threading

own = threading._make_invoke_excepthook


def make():
    report = own()
    return lambda thread: (report(thread), report(thread))


threading._make_invoke_excepthook = make
