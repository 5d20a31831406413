# what: as_completed ends at the first error.
# kills: asyncio.as-completed.error-local, asyncio.as-completed.example
# kind: fault

import asyncio

own = asyncio.as_completed


def as_completed(things, *, timeout=None):
    tasks = [asyncio.ensure_future(thing) for thing in things]
    for awaitable in own(tasks, timeout=timeout):
        yield awaitable
        if any(task.done() and task.exception() for task in tasks):
            return


asyncio.as_completed = as_completed
