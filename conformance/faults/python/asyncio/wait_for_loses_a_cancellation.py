# what: A cancellation that is swallowed inside of wait_for is lost, its limit too.
# kills: asyncio.wait-for.outer-cancel-swallowed
# kind: fault

import asyncio

own = asyncio.wait_for


async def wait_for(thing, timeout):
    task = asyncio.ensure_future(thing)
    try:
        done, _ = await asyncio.wait({task}, timeout=timeout)
    except asyncio.CancelledError:
        task.cancel()
        return await task
    if not done:
        task.cancel()
        await asyncio.wait({task})
        raise asyncio.TimeoutError
    return task.result()


asyncio.wait_for = wait_for
