# what: A cancelled gather gives results where its children swallow the cancellation.
# kills: asyncio.gather.cancel-outer
# kind: fault

import asyncio

own = asyncio.gather


def gather(*things, return_exceptions=False):
    outer = own(*things, return_exceptions=return_exceptions)
    if things and not return_exceptions:
        outer.cancel = lambda msg=None: any([child.cancel(msg=msg) for child in outer._children])
    return outer


asyncio.gather = gather
