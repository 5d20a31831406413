# what: On a timeout wait_for asks for the cancellation and raises without waiting for the clean-up.
# kills: asyncio.wait-for.awaits-cleanup
# kind: fault

import asyncio

own = asyncio.wait_for


async def wait_for(thing, timeout):
    task = asyncio.ensure_future(thing)
    done, _ = await asyncio.wait({task}, timeout=timeout)
    if not done:
        task.cancel()
        raise asyncio.TimeoutError
    return task.result()


asyncio.wait_for = wait_for
