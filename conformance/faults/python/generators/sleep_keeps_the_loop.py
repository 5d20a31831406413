# what: asyncio.sleep never gives way: while one task waits no other runs.
# kills: generators.async.example, generators.async.no-await-no-yield
# kind: fault

import asyncio


async def sleep(delay, result=None):
    return result


asyncio.sleep = asyncio.tasks.sleep = sleep
