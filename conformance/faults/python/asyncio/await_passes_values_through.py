# what: What cannot be awaited is passed through.
# kills: asyncio.await.non-awaitable
# kind: fault

async def awaited(thing):
    return await thing if hasattr(thing, "__await__") else thing


def rewritten(builder, tree, context):
    name = dict(node="Name", id="awaited")
    call = dict(node="Call", func=name, args=[tree["value"]], keywords=[])
    return builder.node_of(adapter.Plan("Await"), dict(tree, value=call), context)


adapter.NAMES["awaited"] = awaited
adapter.SPECIAL["Await"] = rewritten
