# what: The cancel option is ignored.
# kills: futures.shutdown.cancel-futures
# kind: fault

import concurrent.futures.thread

Pool = concurrent.futures.thread.ThreadPoolExecutor
Future = concurrent.futures.Future

own = Pool.shutdown
def shutdown(self, wait=True, *, cancel_futures=False):
    own(self, wait)
Pool.shutdown = shutdown
