# what: The one who awaits goes on as soon as what it awaits suspends.
# kills: asyncio.await.direct-suspends-caller, asyncio.await.suspension-goes-to-loop
# kind: fault

import asyncio


class Once:
    def __init__(self, thing):
        self.iterator = thing.__await__()

    def __await__(self):
        try:
            yield next(self.iterator)
        except StopIteration as end:
            return end.value


def awaited(thing):
    return Once(thing) if asyncio.iscoroutine(thing) else thing


def rewritten(builder, tree, context):
    name = dict(node="Name", id="awaited")
    call = dict(node="Call", func=name, args=[tree["value"]], keywords=[])
    return builder.node_of(adapter.Plan("Await"), dict(tree, value=call), context)


adapter.NAMES["awaited"] = awaited
adapter.SPECIAL["Await"] = rewritten
