# what: A coroutine that is awaited runs in a copy of the context.
# kills: asyncio.context.direct-await-shares
# kind: fault

import asyncio


def awaited(thing):
    return asyncio.ensure_future(thing)


def rewritten(builder, tree, context):
    name = dict(node="Name", id="awaited")
    call = dict(node="Call", func=name, args=[tree["value"]], keywords=[])
    return builder.node_of(adapter.Plan("Await"), dict(tree, value=call), context)


adapter.NAMES["awaited"] = awaited
adapter.SPECIAL["Await"] = rewritten
