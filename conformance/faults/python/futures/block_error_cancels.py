# what: An error that leaves the block cancels the queued jobs.
# kills: futures.shutdown.with-waits-on-error
# kind: fault

import concurrent.futures.thread

Pool = concurrent.futures.thread.ThreadPoolExecutor
Future = concurrent.futures.Future

def leave(self, kind, *error):
    self.shutdown(cancel_futures=kind is not None)
concurrent.futures.Executor.__exit__ = leave
