# what: asyncio.sleep never gives way: while one task waits no other runs.
# kills: generators.async.others-run-while-awaiting
# kind: fault

import asyncio


async def sleep(delay, result=None):
    return result


asyncio.sleep = asyncio.tasks.sleep = sleep
