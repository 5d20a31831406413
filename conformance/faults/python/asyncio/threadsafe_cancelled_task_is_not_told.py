# what: The future of run_coroutine_threadsafe stays pending where the task was cancelled.
# kills: asyncio.executor.threadsafe-outcome
# kind: fault

import asyncio

own = asyncio.run_coroutine_threadsafe


def run_coroutine_threadsafe(coroutine, loop):
    async def silent():
        task = asyncio.ensure_future(coroutine)
        await asyncio.wait([task])
        if task.cancelled():
            await asyncio.Event().wait()
        return task.result()

    return own(silent(), loop)


asyncio.run_coroutine_threadsafe = run_coroutine_threadsafe
