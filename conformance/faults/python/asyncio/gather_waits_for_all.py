# what: gather raises the first error only when everything has ended.
# kills: asyncio.gather.first-error-raised
# kind: fault

import asyncio

own = asyncio.gather


def gather(*things, return_exceptions=False):
    async def collect(results):
        for result in await results:
            if isinstance(result, BaseException) and not return_exceptions:
                raise result
        return results.result()

    return asyncio.ensure_future(collect(own(*things, return_exceptions=True)))


asyncio.gather = gather
