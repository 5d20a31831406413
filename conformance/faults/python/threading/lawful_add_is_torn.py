# what: Other threads come between the reading and the writing of an in-place add.
# kind: lawful
# tries: threading.lock.*, threading.memory.*, threading.rlock.*

import time

sleep = time.sleep


def seen(value):
    if value % 50 == 0:
        sleep(0)
    return value


def add(builder, tree, _):
    target = tree["target"]
    if target["node"] != "Name" or tree["op"] != "Add":
        return None
    value = builder.call(builder.load("seen by others"), builder.build(target))
    addend, plus = builder.build(tree["value"]), adapter.operator("Add")
    total = builder.node("BinOp", left=value, op=plus, right=addend)
    stored = builder.build(target, adapter.ast.Store)
    return builder.node("Assign", targets=[stored], value=total)


adapter.SPECIAL["AugAssign"] = add
adapter.NAMES["seen by others"] = seen
