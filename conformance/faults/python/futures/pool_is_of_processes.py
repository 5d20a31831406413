# what: Jobs of a thread pool run in forked processes.
# kills: futures.executor.same-process
# kind: fault

import concurrent.futures.thread

Pool = concurrent.futures.thread.ThreadPoolExecutor
Future = concurrent.futures.Future

import os, pickle
own = Pool.submit
def in_child(function, args, kwargs):
    read_end, write_end = os.pipe()
    if os.fork() == 0:
        os.write(write_end, pickle.dumps(function(*args, **kwargs)))
        os._exit(0)
    os.close(write_end)
    return pickle.loads(os.read(read_end, 65536))
Pool.submit = lambda self, function, /, *args, **kwargs: own(self, in_child, function, args, kwargs)
