# what: SystemExit and KeyboardInterrupt of a callback do not reach run, and the loop goes on.
# kills: asyncio.run.exit-errors
# kind: fault

import asyncio

own = asyncio.Handle._run


def _run(self):
    try:
        own(self)
    except (SystemExit, KeyboardInterrupt):
        pass


asyncio.Handle._run = _run
