# what: join waits in the main thread alone.
# kills: threading.thread.join-blocks-caller, threading.thread.join-several
# kind: fault

import threading

own = threading.Thread.join


def join(self, timeout=None):
    in_main = threading.current_thread() is threading.main_thread()
    own(self, timeout if in_main else 0)


threading.Thread.join = join
