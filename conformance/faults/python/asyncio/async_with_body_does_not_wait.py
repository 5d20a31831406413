# what: The body of async with starts before the context has been entered.
# kills: asyncio.async-with.example
# kind: fault

import asyncio


class Altered:
    def __init__(self, manager):
        self.manager = manager

    async def __aenter__(self):
        self.entering = asyncio.ensure_future(self.manager.__aenter__())
        await asyncio.sleep(0)

    async def __aexit__(self, *error):
        await self.entering
        return await self.manager.__aexit__(*error)


def altered(builder, tree, context):
    call = dict(node="Call", func=dict(node="Name", id="altered"), keywords=[])
    items = [dict(item, context_expr=dict(call, args=[item["context_expr"]])) for item in tree["items"]]
    return builder.node_of(adapter.Plan("AsyncWith"), dict(tree, items=items), context)


adapter.NAMES["altered"] = Altered
adapter.SPECIAL["AsyncWith"] = altered
