# what: Every await gives others a turn first.
# kills: asyncio.await.no-suspension-no-yield
# kind: fault

import asyncio


async def awaited(thing):
    await asyncio.sleep(0)
    return await thing


def rewritten(builder, tree, context):
    name = dict(node="Name", id="awaited")
    call = dict(node="Call", func=name, args=[tree["value"]], keywords=[])
    return builder.node_of(adapter.Plan("Await"), dict(tree, value=call), context)


adapter.NAMES["awaited"] = awaited
adapter.SPECIAL["Await"] = rewritten
