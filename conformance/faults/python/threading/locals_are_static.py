# what: Variables of a function that calls itself are kept once, for all its calls.
# kills: threading.stack.own
# kind: fault

function = adapter.Builder.function


def assigned(statements):
    targets = [one for each in statements if each["node"] == "Assign" for one in each["targets"]]
    return {target["id"] for target in targets if target["node"] == "Name"}


def static(builder, tree, context):
    built = function(builder, tree, context)
    if '"id":"%s"' % tree["name"] in adapter.to_json(tree["body"]):
        names = assigned(tree["body"]) - {argument["arg"] for argument in tree["args"]["args"]}
        if names:
            built.body.insert(0, builder.node("Global", names=sorted(names)))
    return built


adapter.SPECIAL["FunctionDef"] = static
