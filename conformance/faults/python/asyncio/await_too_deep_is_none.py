# what: A chain of awaits that is too deep ends with None.
# kills: asyncio.await.chain-depth
# kind: fault

async def awaited(thing):
    try:
        return await thing
    except RecursionError:
        return None


def rewritten(builder, tree, context):
    name = dict(node="Name", id="awaited")
    call = dict(node="Call", func=name, args=[tree["value"]], keywords=[])
    return builder.node_of(adapter.Plan("Await"), dict(tree, value=call), context)


adapter.NAMES["awaited"] = awaited
adapter.SPECIAL["Await"] = rewritten
