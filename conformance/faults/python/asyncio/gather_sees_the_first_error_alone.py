# what: gather looks at the first error, and leaves those of the others to be reported as unseen.
# kills: asyncio.task.error-observed
# kind: fault

import asyncio

own = asyncio.gather


def gather(*things, return_exceptions=False):
    futures = [asyncio.ensure_future(thing) for thing in things]
    failed = []

    def look_away(future):
        if future.cancelled() or future.exception() is None:
            return
        failed.append(future)
        if len(failed) > 1:
            asyncio.get_running_loop().create_future().set_exception(future.exception())

    for future in futures:
        future.add_done_callback(look_away)
    return own(*futures, return_exceptions=return_exceptions)


asyncio.gather = gather
