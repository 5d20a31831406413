# what: A writer takes text and other values and sends their text.
# kills: asyncio.streams.write-needs-bytes
# kind: fault

import asyncio

own = asyncio.StreamWriter.write


def write(self, data):
    own(self, data if isinstance(data, bytes) else str(data).encode())


asyncio.StreamWriter.write = write
