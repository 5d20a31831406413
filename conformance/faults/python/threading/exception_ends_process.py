# what: An uncaught exception in a thread ends the process.
# kills: threading.thread.exception-isolated
# kind: fault

import os
import threading

own = threading._make_invoke_excepthook


def make():
    report = own()

    def invoke(thread):
        report(thread)
        os._exit(1)

    return invoke


threading._make_invoke_excepthook = make
