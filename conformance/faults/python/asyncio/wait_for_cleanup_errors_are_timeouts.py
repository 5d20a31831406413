# what: An error that the inner task raises while it cleans up after the limit is dropped for the timeout error.
# kills: asyncio.wait-for.cleanup-error
# kind: fault

import asyncio

own = asyncio.wait_for


async def wait_for(thing, timeout):
    task = asyncio.ensure_future(thing)
    done, _ = await asyncio.wait({task}, timeout=timeout)
    if not done:
        task.cancel()
        await asyncio.wait({task})
        if task.cancelled() or task.exception():
            raise asyncio.TimeoutError
    return task.result()


asyncio.wait_for = wait_for
