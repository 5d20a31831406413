# what: An uncaught exception goes to the error stream past the hook.
# kills: threading.thread.exception-reported
# kind: fault

import sys
import threading

original = threading.excepthook


def make():
    def invoke(thread):
        original(threading.ExceptHookArgs((*sys.exc_info(), thread)))

    return invoke


threading._make_invoke_excepthook = make
