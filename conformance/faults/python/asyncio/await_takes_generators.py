# what: Any generator can be awaited.
# kills: asyncio.await.plain-generator
# kind: fault

import types


class Wrapped:
    def __init__(self, generator):
        self.generator = generator

    def __await__(self):
        return self.generator


async def awaited(thing):
    return await (Wrapped(thing) if isinstance(thing, types.GeneratorType) else thing)


def rewritten(builder, tree, context):
    name = dict(node="Name", id="awaited")
    call = dict(node="Call", func=name, args=[tree["value"]], keywords=[])
    return builder.node_of(adapter.Plan("Await"), dict(tree, value=call), context)


adapter.NAMES["awaited"] = awaited
adapter.SPECIAL["Await"] = rewritten
