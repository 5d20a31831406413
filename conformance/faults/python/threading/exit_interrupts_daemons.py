# what: At exit daemons that are awake end by an error, which runs their clean-up.
# kills: threading.daemon.no-cleanup
# kind: fault

import ctypes
import threading

own = threading._shutdown


def shutdown():
    own()
    for thread in threading.enumerate():
        if thread.daemon:
            end = ctypes.py_object(SystemExit)
            ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread.ident), end)
            thread.join(0.2)


threading._shutdown = shutdown
