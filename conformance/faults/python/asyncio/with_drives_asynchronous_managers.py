# what: The plain with statement drives the coroutines of an asynchronous manager by itself.
# kills: asyncio.async-with.not-interchangeable
# kind: fault

class Driven:
    def __init__(self, manager):
        self.manager = manager

    def driven(self, coroutine):
        try:
            coroutine.send(None)
        except StopIteration as end:
            return end.value

    def __enter__(self):
        return self.driven(self.manager.__aenter__())

    def __exit__(self, *error):
        return self.driven(self.manager.__aexit__(*error))


def driven(manager):
    return Driven(manager) if hasattr(manager, "__aenter__") else manager


def altered(builder, tree, context):
    call = dict(node="Call", func=dict(node="Name", id="driven"), keywords=[])
    items = [dict(item, context_expr=dict(call, args=[item["context_expr"]])) for item in tree["items"]]
    return builder.node_of(adapter.Plan("With"), dict(tree, items=items), context)


adapter.NAMES["driven"] = driven
adapter.SPECIAL["With"] = altered
