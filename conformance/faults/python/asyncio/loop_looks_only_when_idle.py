# what: As long as a callback is ready, the loop does not look at its descriptors.
# kills: asyncio.cost.poll-per-iteration
# kind: fault

import selectors

select = selectors.DefaultSelector.select


def select_when_idle(self, timeout=None):
    if timeout is not None and timeout <= 0:
        return []
    return select(self, timeout)


selectors.DefaultSelector.select = select_when_idle
