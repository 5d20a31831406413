# what: The call of an async function runs its body up to the first suspension.
# kills: asyncio.coroutine.call-is-lazy
# kind: fault

import asyncio
import types


@types.coroutine
def go_on(coroutine, waiting):
    while True:
        sent = yield waiting
        try:
            waiting = coroutine.send(sent)
        except StopIteration as end:
            return end.value


async def give(value):
    return value


def changed(function):
    def call(*arguments, **keywords):
        coroutine = function(*arguments, **keywords)
        if asyncio._get_running_loop() is None:
            return coroutine
        try:
            return go_on(coroutine, coroutine.send(None))
        except StopIteration as end:
            return give(end.value)

    return call


def decorated(builder, tree, context):
    decorators = tree["decorator_list"] + [dict(node="Name", id="changed")]
    return adapter.Builder.function(builder, dict(tree, decorator_list=decorators), context)


adapter.NAMES["changed"] = changed
adapter.SPECIAL["AsyncFunctionDef"] = decorated
