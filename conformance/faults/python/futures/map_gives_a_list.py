# what: map gives what can be read twice.
# kills: futures.map.one-pass-iterator
# kind: fault

import concurrent.futures.thread

Pool = concurrent.futures.thread.ThreadPoolExecutor
Future = concurrent.futures.Future

own = concurrent.futures.Executor.map
class Results:
    def __init__(self, results):
        self.results, self.seen, self.place = results, [], 0
    def __iter__(self):
        self.seen.extend(self.results)
        return iter(self.seen)
    def __next__(self):
        self.seen.append(next(self.results))
        return self.seen[-1]
def map_jobs(self, *args, **kwargs):
    return Results(own(self, *args, **kwargs))
concurrent.futures.Executor.map = map_jobs
