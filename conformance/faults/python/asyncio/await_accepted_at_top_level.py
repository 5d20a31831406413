# what: A text is compiled with await allowed outside of functions.
# kills: asyncio.await.only-in-async
# kind: fault

import ast


def compiles(text):
    compile(text, "<text>", "exec", ast.PyCF_ALLOW_TOP_LEVEL_AWAIT, dont_inherit=True)
    return True


adapter.NAMES["compiles"] = compiles
