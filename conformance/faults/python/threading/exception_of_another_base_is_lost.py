# what: What is raised in a thread and derives from BaseException alone is told nobody.
# kills: threading.thread.exception-reported
# kind: fault

import sys
import threading

own = threading._make_invoke_excepthook


def make():
    report = own()
    return lambda thread: isinstance(sys.exc_info()[1], Exception) and report(thread)


threading._make_invoke_excepthook = make
