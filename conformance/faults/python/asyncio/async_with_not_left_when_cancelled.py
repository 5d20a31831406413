# what: A context is not left on a cancellation.
# kills: asyncio.async-with.exit-always
# kind: fault

import asyncio


class Altered:
    def __init__(self, manager):
        self.manager = manager

    async def __aenter__(self):
        return await self.manager.__aenter__()

    async def __aexit__(self, kind, error, trace):
        if kind is not asyncio.CancelledError:
            return await self.manager.__aexit__(kind, error, trace)


def altered(builder, tree, context):
    call = dict(node="Call", func=dict(node="Name", id="altered"), keywords=[])
    items = [dict(item, context_expr=dict(call, args=[item["context_expr"]])) for item in tree["items"]]
    return builder.node_of(adapter.Plan("AsyncWith"), dict(tree, items=items), context)


adapter.NAMES["altered"] = Altered
adapter.SPECIAL["AsyncWith"] = altered
