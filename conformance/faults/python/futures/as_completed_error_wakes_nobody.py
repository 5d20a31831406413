# what: A future that fails is yielded when the next one succeeds.
# kills: futures.as-completed.immediate
# kind: fault

import concurrent.futures

base = concurrent.futures._base
Future = base.Future

def add_exception(self, future):
    with self.lock:
        self.finished_futures.append(future)
base._AsCompletedWaiter.add_exception = add_exception
