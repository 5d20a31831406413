
        lock = threading.RLock()
        # comment
        for _ in range(depth):
            record("owner",
                   lock.acquire(False))

        a = b \
            + c; d
    