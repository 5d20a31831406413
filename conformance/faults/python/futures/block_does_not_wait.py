# what: Leaving the block does not wait.
# kills: futures.shutdown.with-waits, futures.shutdown.with-waits-on-error
# kind: fault

import concurrent.futures.thread

Pool = concurrent.futures.thread.ThreadPoolExecutor
Future = concurrent.futures.Future

def leave(self, *error):
    self.shutdown(wait=False)
concurrent.futures.Executor.__exit__ = leave
