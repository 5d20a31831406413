# what: What the call of an async function gives can be awaited again and again: its body runs anew.
# kills: asyncio.coroutine.single-use
# kind: fault

import asyncio


class Again:
    def __init__(self, make):
        self.make = make

    def __await__(self):
        return self.make().__await__()


def changed(function):
    def call(*arguments, **keywords):
        if asyncio._get_running_loop() is None:
            return function(*arguments, **keywords)
        return Again(lambda: function(*arguments, **keywords))

    return call


def decorated(builder, tree, context):
    decorators = tree["decorator_list"] + [dict(node="Name", id="changed")]
    return adapter.Builder.function(builder, dict(tree, decorator_list=decorators), context)


adapter.NAMES["changed"] = changed
adapter.SPECIAL["AsyncFunctionDef"] = decorated
