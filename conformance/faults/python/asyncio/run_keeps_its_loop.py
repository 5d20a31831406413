# what: run keeps one loop open and uses it again.
# kills: asyncio.run.fresh-loop
# kind: fault

import asyncio

loops = []


def run(coroutine, *, debug=None):
    if not loops:
        loops.append(asyncio.new_event_loop())
    return loops[0].run_until_complete(coroutine)


asyncio.run = run
