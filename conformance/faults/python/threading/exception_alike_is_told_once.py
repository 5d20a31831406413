# what: An uncaught exception of the type and text of the latest one is not reported.
# kills: threading.thread.exception-reported
# kind: fault

import sys
import threading

own = threading._make_invoke_excepthook
told = []


def make():
    report = own()

    def report_new(thread):
        latest = repr(sys.exc_info()[1])
        if told[-1:] != [latest]:
            told.append(latest)
            report(thread)

    return report_new


threading._make_invoke_excepthook = make
