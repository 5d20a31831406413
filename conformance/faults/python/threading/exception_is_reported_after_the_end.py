# what: An uncaught exception is reported when its thread has ended, by another one.
# kills: threading.thread.exception-reported
# kind: fault

import sys
import threading

own = threading._make_invoke_excepthook


def make():
    report = own()

    def report_later(thread):
        error = sys.exc_info()[1]

        def tell():
            thread.join()
            try:
                raise error
            except BaseException:
                report(thread)

        threading.Thread(target=tell).start()

    return report_later


threading._make_invoke_excepthook = make
