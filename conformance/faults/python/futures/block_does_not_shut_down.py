# what: Leaving the block waits, but does not shut the pool down.
# kills: futures.shutdown.with-waits, futures.shutdown.no-new-work, futures.executor.threads-ended
# kind: fault

import concurrent.futures.thread

Pool = concurrent.futures.thread.ThreadPoolExecutor
Future = concurrent.futures.Future

submit = Pool.submit
def remember(self, *args, **kwargs):
    self.all = getattr(self, "all", [])
    self.all.append(submit(self, *args, **kwargs))
    return self.all[-1]
def leave(self, *error):
    concurrent.futures.wait(getattr(self, "all", []))
Pool.submit = remember
concurrent.futures.Executor.__exit__ = leave
