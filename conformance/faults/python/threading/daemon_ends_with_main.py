# what: Daemons are stopped when the main thread ends.
# kills: threading.daemon.lives-until-last-normal-thread
# kind: fault

import ctypes
import threading

own, stop = threading._shutdown, ctypes.pythonapi.PyThreadState_SetAsyncExc


def shutdown():
    for thread in threading.enumerate():
        if thread.daemon:
            stop(ctypes.c_ulong(thread.ident), ctypes.py_object(SystemExit))
    own()


threading._shutdown = shutdown
