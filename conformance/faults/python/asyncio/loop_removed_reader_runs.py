# what: The callback of a descriptor that is ready runs though it was removed.
# kills: asyncio.loop.reader-removed
# kind: fault

import asyncio
import types


class Handle(asyncio.Handle):
    def cancel(self):
        pass


asyncio.selector_events.events = types.SimpleNamespace(
    **{**vars(asyncio.events), "Handle": Handle}
)
