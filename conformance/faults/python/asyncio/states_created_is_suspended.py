# what: A coroutine that was not started counts as suspended.
# kills: asyncio.coroutine.call-returns-object, asyncio.coroutine.states
# kind: fault

import inspect

truth = inspect.getcoroutinestate


def getcoroutinestate(coroutine):
    return truth(coroutine).replace("CREATED", "SUSPENDED")


adapter.give_instead("inspect", getcoroutinestate=getcoroutinestate)
