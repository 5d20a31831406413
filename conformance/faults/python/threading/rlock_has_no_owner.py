# what: A reentrant lock counts entries, whoever enters.
# kills: threading.rlock.excludes-others
# kind: fault

class RLock:
    def __init__(self):
        self.count = 0

    def acquire(self, blocking=True, timeout=-1):
        self.count += 1
        return True

    def release(self):
        if not self.count:
            raise RuntimeError("cannot release a lock that is free")
        self.count -= 1

    __enter__ = acquire

    def __exit__(self, *error):
        self.release()


adapter.give_instead("threading", RLock=RLock)
