# what: A loop that is made explicitly cannot run.
# kills: asyncio.loop.current-without-running
# kind: fault

import asyncio

own = asyncio.new_event_loop


def new_event_loop():
    loop = own()
    loop.close()
    return loop


asyncio.new_event_loop = new_event_loop
