# what: A coroutine that has returned counts as suspended.
# kills: asyncio.coroutine.closed-keeps-object, asyncio.coroutine.states
# kind: fault

import inspect

truth = inspect.getcoroutinestate


def getcoroutinestate(coroutine):
    return truth(coroutine).replace("CLOSED", "SUSPENDED")


adapter.give_instead("inspect", getcoroutinestate=getcoroutinestate)
