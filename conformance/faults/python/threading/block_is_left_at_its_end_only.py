# what: A block on a lock leaves it after its last statement, and on no other way out.
# kills: threading.lock.with-releases-on-error, threading.lock.with-releases-on-jump
# kind: fault

def on_a_name(tree):
    (item, *others) = tree["items"]
    return not others and item["context_expr"]["node"] == "Name"


def straight(builder, tree, _):
    if not on_a_name(tree):
        return None
    call = {"node": "Call", "args": [], "keywords": []}
    manager = tree["items"][0]["context_expr"]
    enter = {"node": "Attribute", "value": manager, "attr": "__enter__"}
    leave = {"node": "Attribute", "value": manager, "attr": "__exit__"}
    none = {"node": "Constant", "value": None}
    enter = {"node": "Expr", "value": dict(call, func=enter)}
    leave = {"node": "Expr", "value": dict(call, func=leave, args=[none] * 3)}
    body = builder.block([enter] + tree["body"] + [leave])
    return builder.node("If", test=builder.constant(True), body=body, orelse=[])


adapter.SPECIAL["With"] = straight
