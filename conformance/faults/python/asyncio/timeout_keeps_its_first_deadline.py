# what: A limit that is rescheduled ends the block at its first deadline too.
# kills: asyncio.timeout.reschedule
# kind: fault

from asyncio.timeouts import Timeout

own = Timeout.reschedule


def reschedule(self, when):
    self._timeout_handler = None
    own(self, when)


Timeout.reschedule = reschedule
