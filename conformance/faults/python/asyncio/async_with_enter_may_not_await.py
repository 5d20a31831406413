# what: Entering an asynchronous context may not await.
# kills: asyncio.async-with.enter-exit-await
# kind: fault

class Altered:
    def __init__(self, manager):
        self.manager = manager

    async def __aenter__(self):
        try:
            self.manager.__aenter__().send(None)
        except StopIteration as end:
            return end.value
        raise RuntimeError("an asynchronous context is entered at once")

    async def __aexit__(self, *error):
        return await self.manager.__aexit__(*error)


def altered(builder, tree, context):
    call = dict(node="Call", func=dict(node="Name", id="altered"), keywords=[])
    items = [dict(item, context_expr=dict(call, args=[item["context_expr"]])) for item in tree["items"]]
    return builder.node_of(adapter.Plan("AsyncWith"), dict(tree, items=items), context)


adapter.NAMES["altered"] = Altered
adapter.SPECIAL["AsyncWith"] = altered
