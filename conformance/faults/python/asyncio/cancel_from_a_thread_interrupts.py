# what: A cancellation that another thread asks for interrupts the code that runs.
# kills: asyncio.cancel.running-until-suspension
# kind: fault

import asyncio
import ctypes

BaseSelectorEventLoop = asyncio.selector_events.BaseSelectorEventLoop
own = BaseSelectorEventLoop.call_soon_threadsafe


def call_soon_threadsafe(self, callback, *arguments, **options):
    if getattr(callback, "__name__", "") == "cancel":
        thread, error = ctypes.c_ulong(self._thread_id), asyncio.CancelledError
        ctypes.pythonapi.PyThreadState_SetAsyncExc(thread, ctypes.py_object(error))
    else:
        own(self, callback, *arguments, **options)


BaseSelectorEventLoop.call_soon_threadsafe = call_soon_threadsafe
