# what: All calls of an async function, while a loop runs, give one object.
# kills: asyncio.coroutine.function-vs-object
# kind: fault

import asyncio


def changed(function):
    made = []

    def call(*arguments, **keywords):
        if asyncio._get_running_loop() is None:
            return function(*arguments, **keywords)
        if not made:
            made.append(function(*arguments, **keywords))
        return made[0]

    return call


def decorated(builder, tree, context):
    decorators = tree["decorator_list"] + [dict(node="Name", id="changed")]
    return adapter.Builder.function(builder, dict(tree, decorator_list=decorators), context)


adapter.NAMES["changed"] = changed
adapter.SPECIAL["AsyncFunctionDef"] = decorated
