# what: The name of the peer is the own one.
# kills: asyncio.streams.peer-name
# kind: fault

import asyncio

own = asyncio.StreamWriter.get_extra_info


def get_extra_info(self, name, default=None):
    return own(self, "sockname" if name == "peername" else name, default)


asyncio.StreamWriter.get_extra_info = get_extra_info
