# what: wait_for drops the value of a coroutine that swallows the cancellation of the timeout.
# kills: asyncio.wait-for.swallowed-cancel
# kind: fault

import asyncio

own = asyncio.wait_for


async def wait_for(thing, timeout):
    task = asyncio.ensure_future(thing)
    done, _ = await asyncio.wait({task}, timeout=timeout)
    if not done:
        task.cancel()
        await asyncio.wait({task})
        raise asyncio.TimeoutError
    return task.result()


asyncio.wait_for = wait_for
