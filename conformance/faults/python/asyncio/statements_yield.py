# what: A coroutine gives others a turn before each of its statements.
# kills: asyncio.coroutine.runs-to-first-suspension, asyncio.concurrency.no-preemption, asyncio.concurrency.not-simultaneous
# kind: fault

import asyncio

PAUSE = adapter.ast.parse("async def body():\n    await SLEEP(0)").body[0].body[0]
NAME = adapter.Builder.function
adapter.NAMES["SLEEP"] = asyncio.sleep


class Pauses(adapter.ast.NodeTransformer):
    def visit_For(self, node):
        self.generic_visit(node)
        node.body = [one for statement in node.body for one in (PAUSE, statement)]
        return node


def paused(builder, tree, context):
    return Pauses().visit(NAME(builder, tree, context))


adapter.SPECIAL["AsyncFunctionDef"] = paused
