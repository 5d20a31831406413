# what: The compiler knows the syntax of Python 3.4 alone.
# kills: asyncio.await.version
# kind: fault

import ast


def compiles(text):
    ast.parse(text, feature_version=(3, 4))
    return True


adapter.NAMES["compiles"] = compiles
