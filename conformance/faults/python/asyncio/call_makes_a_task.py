# what: The call of an async function makes a task of it.
# kills: asyncio.await.sequential
# kind: fault

import asyncio


def changed(function):
    def call(*arguments, **keywords):
        coroutine = function(*arguments, **keywords)
        return asyncio.create_task(coroutine) if asyncio._get_running_loop() else coroutine

    return call


def decorated(builder, tree, context):
    decorators = tree["decorator_list"] + [dict(node="Name", id="changed")]
    return adapter.Builder.function(builder, dict(tree, decorator_list=decorators), context)


adapter.NAMES["changed"] = changed
adapter.SPECIAL["AsyncFunctionDef"] = decorated
