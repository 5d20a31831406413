# what: An error that comes to an await is swallowed; the await gives None.
# kills: asyncio.await.exception
# kind: fault

async def awaited(thing):
    try:
        return await thing
    except Exception:
        return None


def rewritten(builder, tree, context):
    name = dict(node="Name", id="awaited")
    call = dict(node="Call", func=name, args=[tree["value"]], keywords=[])
    return builder.node_of(adapter.Plan("Await"), dict(tree, value=call), context)


adapter.NAMES["awaited"] = awaited
adapter.SPECIAL["Await"] = rewritten
