# what: What an await gives is a copy.
# kills: asyncio.await.result
# kind: fault

import copy


async def awaited(thing):
    return copy.copy(await thing)


def rewritten(builder, tree, context):
    name = dict(node="Name", id="awaited")
    call = dict(node="Call", func=name, args=[tree["value"]], keywords=[])
    return builder.node_of(adapter.Plan("Await"), dict(tree, value=call), context)


adapter.NAMES["awaited"] = awaited
adapter.SPECIAL["Await"] = rewritten
