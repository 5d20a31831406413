# what: A writer that has been closed does not say so.
# kills: asyncio.streams.wait-closed
# kind: fault

import asyncio


def is_closing(self):
    return False


asyncio.StreamWriter.is_closing = is_closing
