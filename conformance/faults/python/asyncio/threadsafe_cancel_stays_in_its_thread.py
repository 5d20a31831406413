# what: Cancelling the future of run_coroutine_threadsafe leaves the task running.
# kills: asyncio.executor.threadsafe-cancel
# kind: fault

import asyncio
import concurrent.futures


def run_coroutine_threadsafe(coroutine, loop):
    future = concurrent.futures.Future()

    def end(task):
        if not future.done() and not task.cancelled():
            future.set_result(task.result())

    loop.call_soon_threadsafe(lambda: loop.create_task(coroutine).add_done_callback(end))
    return future


asyncio.run_coroutine_threadsafe = run_coroutine_threadsafe
