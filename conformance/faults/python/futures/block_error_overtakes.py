# what: An error leaves the block without waiting.
# kills: futures.shutdown.with-waits-on-error
# kind: fault

import concurrent.futures.thread

Pool = concurrent.futures.thread.ThreadPoolExecutor
Future = concurrent.futures.Future

def leave(self, kind, *error):
    self.shutdown(wait=kind is None)
concurrent.futures.Executor.__exit__ = leave
