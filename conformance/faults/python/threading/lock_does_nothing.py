# what: A lock is taken and released in name only.
# kills: threading.lock.mutual-exclusion, threading.lock.counter-exact, threading.lock.counter-100, threading.lock.counter-200000, threading.lock.acquire-waits-for-release, threading.lock.example-report-in-block, threading.lock.example-shared-list, threading.lock.unguarded-rmw
# kind: fault

class Lock:
    def acquire(self, blocking=True, timeout=-1):
        return True

    def release(self):
        pass

    def __enter__(self):
        return True

    def __exit__(self, *error):
        pass


adapter.give_instead("threading", Lock=Lock)
