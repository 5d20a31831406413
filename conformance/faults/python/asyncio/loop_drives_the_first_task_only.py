# what: The main coroutine alone is driven to its end.
# kills: asyncio.loop.builtin-runs-all
# kind: fault

import asyncio

own = asyncio.BaseEventLoop.run_until_complete


def run_until_complete(self, future):
    result = own(self, future)
    return result[:1] if isinstance(result, list) else result


asyncio.BaseEventLoop.run_until_complete = run_until_complete
