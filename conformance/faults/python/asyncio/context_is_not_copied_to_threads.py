# what: A call in a thread assigns to the variables of its task.
# kills: asyncio.context.to-thread
# kind: fault

import asyncio
import contextvars

own = asyncio.to_thread


async def to_thread(function, *arguments, **keywords):
    context = contextvars.copy_context()
    try:
        return await own(context.run, function, *arguments, **keywords)
    finally:
        for variable, value in context.items():
            variable.set(value)


asyncio.to_thread = to_thread
