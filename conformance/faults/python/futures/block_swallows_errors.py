# what: The error that leaves the block is swallowed.
# kills: futures.shutdown.with-waits-on-error
# kind: fault

import concurrent.futures.thread

Pool = concurrent.futures.thread.ThreadPoolExecutor
Future = concurrent.futures.Future

def leave(self, *error):
    self.shutdown(wait=True)
    return True
concurrent.futures.Executor.__exit__ = leave
