# what: A keyword named like submit's own parameter clashes.
# kills: futures.submit.arguments
# kind: fault

import concurrent.futures.thread

Pool = concurrent.futures.thread.ThreadPoolExecutor
Future = concurrent.futures.Future

own = Pool.submit
def submit(self, fn, *args, **kwargs):
    return own(self, fn, *args, **kwargs)
Pool.submit = submit
