# what: The module offers a function that opens a file, and stalls the loop meanwhile.
# kills: asyncio.module.no-file-api
# kind: fault

import asyncio


async def open_file(*arguments, **options):
    return open(*arguments, **options)


asyncio.open_file = open_file
