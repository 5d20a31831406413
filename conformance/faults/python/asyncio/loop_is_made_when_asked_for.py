# what: Asking for the current loop makes one where there is none.
# kills: asyncio.loop.current-after-run
# kind: fault

import asyncio


def get_event_loop():
    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        return asyncio.new_event_loop()


asyncio.get_event_loop = get_event_loop
