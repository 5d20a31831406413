# what: A deadline that is past limits nothing.
# kills: asyncio.timeout.reschedule
# kind: fault

import asyncio


class Timeout(asyncio.Timeout):
    def reschedule(self, when):
        past = when is not None and when <= asyncio.get_running_loop().time()
        super().reschedule(None if past else when)


def timeout(delay):
    return Timeout(None if delay is None else asyncio.get_running_loop().time() + delay)


def timeout_at(when):
    return Timeout(when)


asyncio.Timeout, asyncio.timeout, asyncio.timeout_at = Timeout, timeout, timeout_at
