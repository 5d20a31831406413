async def f(a, b=1, *, c=2):
    async with a as b, c:
        async for d in e:
            x = await f
            yield x
    return

async def g():
    return [await a async for a in b]
