# what: The error comes again at every further step.
# kills: futures.map.error-ends-iteration
# kind: fault

import concurrent.futures.thread

Pool = concurrent.futures.thread.ThreadPoolExecutor
Future = concurrent.futures.Future

own = concurrent.futures.Executor.map
class Results:
    def __init__(self, results):
        self.results, self.error = results, None
    def __iter__(self):
        return self
    def __next__(self):
        if self.error is not None:
            raise self.error
        try:
            return next(self.results)
        except StopIteration:
            raise
        except Exception as error:
            self.error = error
            raise
def map_jobs(self, *args, **kwargs):
    return Results(own(self, *args, **kwargs))
concurrent.futures.Executor.map = map_jobs
