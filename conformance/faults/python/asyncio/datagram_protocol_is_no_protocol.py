# what: The protocol of datagrams is a class of its own.
# kills: asyncio.module.facilities
# kind: fault

import asyncio


class DatagramProtocol:
    pass


asyncio.DatagramProtocol = DatagramProtocol
