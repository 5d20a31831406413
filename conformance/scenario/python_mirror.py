"""Reads a JSON array of texts; writes, for each, what Python makes of it: {"tree": ...} in the form of tree_json.h, or {"error": ...}."""

import ast
import json
import sys
import warnings

LEFT_OUT = {"ctx", "type_comment", "annotation", "returns", "posonlyargs", "kind", "simple"}


def constant(value):
    if value is None or type(value) is bool:
        return value
    if type(value) is int:
        return value if value <= 2**53 else {"int": hex(value)}
    if type(value) is float:
        return value if value - value == 0 and value % 1 else {"float": repr(value)}
    if type(value) is str:
        surrogates = any(0xD800 <= ord(point) <= 0xDFFF for point in value)
        return {"text": list(map(ord, value))} if surrogates else value
    if type(value) is bytes:
        return {"bytes": value.hex()}
    raise TypeError("no constant of a scenario: %r" % (value,))


def mirror(item):
    if isinstance(item, list):
        return [mirror(each) for each in item]
    if isinstance(item, (ast.operator, ast.boolop, ast.unaryop, ast.cmpop)):
        return type(item).__name__
    if isinstance(item, ast.Constant):
        return {"node": "Constant", "value": constant(item.value)}
    if not isinstance(item, ast.AST):
        return item
    fields = {name: mirror(field(item, name)) for name in item._fields if name not in LEFT_OUT and name != "type_ignores"}
    return dict(fields, node=type(item).__name__)


def field(node, name):
    value = getattr(node, name, None)
    return bool(value) if name == "is_async" else value


def answer(text):
    try:
        compile(text, "<scenario>", "exec", dont_inherit=True)
        return {"tree": mirror(ast.parse(text))}
    except (SyntaxError, ValueError, TypeError, MemoryError, RecursionError) as error:
        return {"error": "%s: %s" % (type(error).__name__, error)}


warnings.simplefilter("ignore")
json.dump([answer(text) for text in json.load(sys.stdin)], sys.stdout)
