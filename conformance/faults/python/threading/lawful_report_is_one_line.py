# what: An uncaught exception in a thread is reported in one line.
# kind: lawful
# tries: threading.thread.exception-*, threading.lowlevel.*

import sys
import threading


def tell(told):
    sys.stderr.write("%s in %s\n" % (told.exc_type.__name__, told.thread.name))


threading.excepthook = tell
