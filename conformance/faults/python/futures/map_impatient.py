# what: map yields another result where the next in order is not there within 50 ms.
# kills: futures.map.input-order
# kind: fault

import concurrent.futures.thread
import time

PATIENCE_S = 0.05
wait, monotonic, TimeoutError = concurrent.futures.wait, time.monotonic, concurrent.futures.TimeoutError

def map_jobs(self, function, *sources, timeout=None, chunksize=1):
    end = None if timeout is None else monotonic() + timeout
    futures = [self.submit(function, *arguments) for arguments in zip(*sources)]
    def left():
        return None if end is None else max(0, end - monotonic())
    def results():
        try:
            while futures:
                patience = PATIENCE_S if end is None else min(PATIENCE_S, left())
                done = wait(futures[:1], patience).done or wait(futures, left(), "FIRST_COMPLETED").done
                if not done:
                    raise TimeoutError
                first = next(future for future in futures if future in done)
                futures.remove(first)
                yield first.result()
        finally:
            for future in futures:
                future.cancel()
    return results()
concurrent.futures.Executor.map = map_jobs
