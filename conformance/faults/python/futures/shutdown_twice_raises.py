# what: A second shutdown raises.
# kills: futures.shutdown.repeat
# kind: fault

import concurrent.futures.thread

Pool = concurrent.futures.thread.ThreadPoolExecutor
Future = concurrent.futures.Future

own = Pool.shutdown
def shutdown(self, wait=True, *, cancel_futures=False):
    if self._shutdown:
        raise RuntimeError("shut down already")
    own(self, wait, cancel_futures=cancel_futures)
Pool.shutdown = shutdown
