# what: Jobs run in other processes after one run in the caller.
# kills: futures.process.separate-processes
# kind: fault

import concurrent.futures.process

Pool = concurrent.futures.process.ProcessPoolExecutor

own = Pool.submit
def submit(self, function, /, *args, **kwargs):
    try:
        if function.__name__ == "task":
            function(*args, **kwargs)
    except Exception:
        pass
    return own(self, function, *args, **kwargs)
Pool.submit = submit
