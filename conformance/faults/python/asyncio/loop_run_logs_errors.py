# what: The error of the coroutine does not come out of the run on a loop.
# kills: asyncio.loop.close-skipped-on-error, asyncio.loop.run-result
# kind: fault

import asyncio

own = asyncio.BaseEventLoop.run_until_complete


def run_until_complete(self, future):
    try:
        return own(self, future)
    except OSError:
        return None
    except Exception:
        return None


asyncio.BaseEventLoop.run_until_complete = run_until_complete
