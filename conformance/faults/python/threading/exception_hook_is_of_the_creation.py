# what: A thread reports to the hook that was set when it was created.
# kills: threading.thread.exception-reported
# kind: fault

import sys
import threading


def make():
    hook = threading.excepthook
    return lambda thread: hook(threading.ExceptHookArgs((*sys.exc_info(), thread)))


threading._make_invoke_excepthook = make
