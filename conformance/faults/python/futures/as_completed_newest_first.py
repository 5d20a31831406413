# what: as_completed yields what finished between two steps in reverse order.
# kills: futures.as-completed.completion-order
# kind: fault

import concurrent.futures

base = concurrent.futures._base

own = base._yield_finished_futures
def newest_first(finished, waiter, ref_collect):
    finished.reverse()
    return own(finished, waiter, ref_collect)
base._yield_finished_futures = newest_first
