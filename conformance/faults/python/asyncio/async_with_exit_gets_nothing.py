# what: The exit of a context is never told of the error.
# kills: asyncio.async-with.exit-arguments
# kind: fault

class Altered:
    def __init__(self, manager):
        self.manager = manager

    async def __aenter__(self):
        return await self.manager.__aenter__()

    async def __aexit__(self, *error):
        return await self.manager.__aexit__(None, None, None)


def altered(builder, tree, context):
    call = dict(node="Call", func=dict(node="Name", id="altered"), keywords=[])
    items = [dict(item, context_expr=dict(call, args=[item["context_expr"]])) for item in tree["items"]]
    return builder.node_of(adapter.Plan("AsyncWith"), dict(tree, items=items), context)


adapter.NAMES["altered"] = Altered
adapter.SPECIAL["AsyncWith"] = altered
