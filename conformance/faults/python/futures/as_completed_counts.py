# what: Whichever future finishes, as_completed yields the next in the order in which they were given.
# kills: futures.as-completed.completion-order, futures.as-completed.immediate
# kind: fault

import concurrent.futures

base = concurrent.futures._base
Future = base.Future

own = base.as_completed
def as_completed(futures, timeout=None):
    futures = list(futures)
    for place, _ in enumerate(own(futures, timeout)):
        yield futures[place]
concurrent.futures.as_completed = as_completed
