# what: When the peer has read, one of the drains that wait goes on.
# kills: asyncio.streams.drain-several
# kind: fault

import asyncio


def resume_writing(self):
    self._paused = False
    if self._drain_waiters:
        self._drain_waiters[0].set_result(None)


asyncio.streams.FlowControlMixin.resume_writing = resume_writing
