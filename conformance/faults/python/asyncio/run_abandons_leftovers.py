# what: run leaves tasks that are pending at its end as they are.
# kills: asyncio.run.cancels-leftovers
# kind: fault

import asyncio


asyncio.runners._cancel_all_tasks = lambda loop: None
