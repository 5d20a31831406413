"""The kit's adapter for Python implementations: speaks conformance/protocol.md.

A scenario arrives as a JSON tree with the node names of Python's `ast`; it is rebuilt as such a
tree, compiled and run as the module `__main__` on the main thread of its process. One file,
standard library only; CPython >= 3.8 and PyPy >= 3.9.

Two ways in: as a program it serves the protocol; `enter` is called by a run's DIR/scenario.py in
a process that starts anew (a spawned child, or a program() of the scenario). A file named by
TOUCHSTONE_FAULT is run with `adapter` bound to this module before the first run: it may patch the
library, NAMES (what every scenario sees) or what is here. A module named by TOUCHSTONE_EVENT_LOOP
gives the loops in asyncio's place, by its EventLoopPolicy; they have no virtual clock.

What runs while a scenario does takes no lock and keeps no buffer: a fork, a signal handler or
another thread may cut in anywhere.
"""

import _thread
import ast
import errno
import fcntl
import gc
import importlib
import importlib.util
import itertools
import json
import marshal
import os
import re
import select
import signal
import sys
import time
import types
import warnings
import weakref

PROTOCOL = 1
LINE_LIMIT = 4096  # PIPE_BUF: longer writes of several processes tear
TAIL_ROOM = 80  # for what an event gets last: its times and the end of the line
LABEL_LIMIT = 1024  # bytes of a label, as JSON
WORDS_LIMIT = 200  # characters of what is for readers only: names, messages of warnings
F_DUPFD_CLOEXEC = getattr(fcntl, "F_DUPFD_CLOEXEC", 1030)  # PyPy does not name it
HIGH_DESCRIPTOR = 200  # out of the way of scenarios that count descriptors or aim dup2 at one
HERE = sys.modules[__name__]
NAMES = {}  # bound in every scenario, over the language's own names: for fault files
CURRENT = None  # the Run of this process
LOOPS = os.environ.get("TOUCHSTONE_EVENT_LOOP")

MODULES = frozenset(
    """_thread abc aiofiles aiohttp array asyncio builtins codecs collections concurrent contextlib
    contextvars copy ctypes errno faulthandler fcntl flask functools gc http inspect io itertools
    json math mmap multiprocessing operator os pickle queue requests resource select selectors
    signal socket string struct sys tempfile threading time types urllib warnings weakref
    websockets""".split()
)


class Instead(types.ModuleType):
    """A copy of a library module. What a scenario assigns, a hook say, reaches the library too."""

    def __setattr__(self, name, value):
        setattr(importlib.import_module(self.__name__), name, value)
        super().__setattr__(name, value)


def give_instead(module, **attributes):
    """For fault files: scenarios get a copy of a library module in which these differ; the library
    itself goes on with its own."""
    copy = Instead(module)
    copy.__dict__.update(vars(importlib.import_module(module)), **attributes)
    NAMES[module] = copy


# Values

SAFE_INTEGER = 2**53
MAX_DEPTH = 20
ERROR_DEPTH = 4
SURROGATE = re.compile("[\ud800-\udfff]")
to_json = json.JSONEncoder(separators=(",", ":")).encode


def to_json_text(text):
    """A label or a name: lone surrogates, which JSON readers refuse, as escapes."""
    return to_json(text.encode("utf-8", "backslashreplace").decode("utf-8"))


def to_words(text):
    return to_json_text(str(text)[:WORDS_LIMIT])


def is_a(cls, places):
    """Looks only at modules that are loaded: a class from elsewhere cannot be one of theirs."""
    return any(
        name in sys.modules and issubclass(cls, getattr(sys.modules[name], attribute, ()))
        for name, attribute in places
    )


def native_or(name):
    """PyPy's native functions have the types of functions; their code tells them apart."""

    def name_of(value):
        code = getattr(getattr(value, "__func__", value), "__code__", None)
        return name if type(code) is types.CodeType else "builtin"

    return name_of


NATIVES = (len, print, str.join, "".join, object.__str__, "".__str__, dict.fromkeys)
KINDS = {type(native): lambda value: "builtin" for native in NATIVES}
KINDS[types.FunctionType] = native_or("function")
KINDS[types.MethodType] = native_or("method")
KINDS[types.CoroutineType] = lambda value: "coroutine"
KINDS[types.GeneratorType] = lambda value: "generator"
KINDS[types.AsyncGeneratorType] = lambda value: "async_generator"
KINDS[types.ModuleType] = KINDS[Instead] = lambda value: "module"
KINDS[type(None)] = lambda value: "none"
TASKS = [("asyncio.tasks", "Task")]
FUTURES = [("asyncio.futures", "Future"), ("concurrent.futures._base", "Future")]
CANCELLED = [("asyncio.exceptions", "CancelledError")]
GROUPS = [("builtins", "BaseExceptionGroup")]


def kind(value):
    """What a value is, in the protocol's closed vocabulary."""
    cls = type(value)
    if cls in KINDS:
        return KINDS[cls](value)
    if issubclass(cls, type):
        return "type"
    return "task" if is_a(cls, TASKS) else "future" if is_a(cls, FUTURES) else cls.__name__


class Refs:
    """Ordinals of objects, held weakly: nothing lives longer for having been seen. An object that
    allows no weak reference gets a fresh ordinal each time, so equal ordinals always mean one."""

    def __init__(self, first):
        self.ordinals = itertools.count(first)
        self.seen = {}

    def ordinal(self, value):
        held = self.seen.get(id(value))
        if held is not None and held[0]() is value:
            return held[1]
        ordinal = next(self.ordinals)
        try:
            self.seen[id(value)] = weakref.ref(value), ordinal
        except TypeError:
            pass
        return ordinal


class Encoder:
    """Values as data for the wire. Runs no code of the scenario: only the data types' own."""

    def __init__(self, first_ref):
        self.refs = Refs(first_ref)

    def encode(self, value, depth=0):
        cls = type(value)
        if value is None or cls is bool:
            return value
        if depth > MAX_DEPTH:
            return {"deep": True}
        encode = ENCODERS.get(cls) or self.encoder_of_base(cls)
        if encode is not None:
            return encode(self, value, depth + 1)
        if issubclass(cls, BaseException):
            return {"error": self.error(value, depth + 1)}
        body = {"object": kind(value), "ref": self.refs.ordinal(value)}
        return dict(body, name=value.__name__) if issubclass(cls, type) else body

    def encoder_of_base(self, cls):
        """The library's own kinds of data are data; a scenario's classes make objects."""
        if cls.__module__ != "__main__":
            for base, encode in ENCODERS.items():
                if issubclass(cls, base):
                    return encode
        return None

    def text(self, value, _):
        if value.isascii() or not SURROGATE.search(value):
            return str.__str__(value)
        return {"text": [ord(point) for point in str.__iter__(value)]}

    def items(self, values, depth):
        return [self.encode(value, depth) for value in values]

    def sorted_items(self, values, depth):
        return sorted(self.items(values, depth), key=to_json)

    def pairs(self, value, depth):
        return [
            [self.encode(key, depth), self.encode(item, depth)] for key, item in dict.items(value)
        ]

    def error(self, error, depth=0, chain=1):
        cls, own = type(error), BaseException
        body = {"type": cls.__name__, "bases": [base.__name__ for base in cls.__mro__]}
        body["args"] = self.items(own.args.__get__(error), depth + 1)
        if issubclass(cls, OSError) and isinstance(error.errno, int):
            body["errno"] = int(error.errno)
        if chain < ERROR_DEPTH:
            causes = own.__cause__.__get__(error), own.__context__.__get__(error)
            for name, other in zip(("cause", "context"), causes):
                if other is not None:
                    body[name] = self.error(other, depth + 1, chain + 1)
            if is_a(cls, GROUPS):
                members = error.exceptions
                body["members"] = [self.error(one, depth + 1, chain + 1) for one in members]
        return body


def encode_integer(_, value, __):
    return int(value) if -SAFE_INTEGER <= value <= SAFE_INTEGER else {"int": hex(value)}


def encode_float(_, value, __):
    finite = value - value == 0
    return float(value) if finite and value % 1 else {"float": float.__repr__(value)}


ENCODERS = {
    int: encode_integer,
    float: encode_float,
    str: Encoder.text,
    bytes: lambda self, value, _: {"bytes": bytes.hex(value)},
    list: lambda self, value, depth: self.items(list.__iter__(value), depth),
    tuple: lambda self, value, depth: {"tuple": self.items(tuple.__iter__(value), depth)},
    set: lambda self, value, depth: {"set": self.sorted_items(set.__iter__(value), depth)},
    frozenset: lambda self, value, depth: {
        "frozenset": self.sorted_items(frozenset.__iter__(value), depth)
    },
    dict: lambda self, value, depth: {"dict": self.pairs(value, depth)},
}

DECODERS = {
    "int": lambda body: int(body, 16),
    "float": float,
    "text": lambda body: "".join(map(chr, body)),
    "bytes": bytes.fromhex,
    "tuple": lambda body: tuple(map(decode, body)),
    "set": lambda body: set(map(decode, body)),
    "frozenset": lambda body: frozenset(map(decode, body)),
    "dict": lambda body: {decode(key): decode(item) for key, item in body},
}


def decode(body):
    """The value that a request's data stands for; ValueError where it is none (an object ...)."""
    if isinstance(body, list):
        return [decode(item) for item in body]
    if not isinstance(body, dict):
        return body
    tag = next(iter(body), None)
    if len(body) != 1 or tag not in DECODERS:
        raise ValueError("not data that can be given to a scenario: %.200s" % to_json(body))
    return DECODERS[tag](body[tag])


# Tree -> code

CHILD, STORE, DELETE, INHERIT, BLOCK, OPERATOR, VALUE = range(7)
CONTEXTS = {CHILD: ast.Load, STORE: ast.Store, DELETE: ast.Del}
FIELDS = {
    ("Assign", "targets"): STORE,
    ("AugAssign", "target"): STORE,
    ("For", "target"): STORE,
    ("AsyncFor", "target"): STORE,
    ("comprehension", "target"): STORE,
    ("withitem", "optional_vars"): STORE,
    ("Delete", "targets"): DELETE,
    ("Tuple", "elts"): INHERIT,
    ("List", "elts"): INHERIT,
    ("Starred", "value"): INHERIT,
    ("Constant", "value"): VALUE,
    ("Lambda", "body"): CHILD,
    ("IfExp", "body"): CHILD,
    ("IfExp", "orelse"): CHILD,
}
ANYWHERE = dict.fromkeys(("op", "ops"), OPERATOR)
ANYWHERE.update(dict.fromkeys(("body", "orelse", "finalbody"), BLOCK))
ALWAYS_EMPTY = frozenset(["type_ignores", "type_params", "posonlyargs"])
NOT_ON_THE_WIRE = ALWAYS_EMPTY | {"kind", "type_comment", "returns", "annotation", "ctx"}
NODES = frozenset(
    """Module FunctionDef AsyncFunctionDef ClassDef Return Delete Assign AugAssign For AsyncFor
    While If With AsyncWith withitem Raise Try ExceptHandler Assert Global Nonlocal Expr Pass Break
    Continue BoolOp BinOp UnaryOp Lambda IfExp Dict Set ListComp SetComp GeneratorExp DictComp
    comprehension Await Yield YieldFrom Compare Call keyword JoinedStr FormattedValue Constant
    Attribute Subscript Starred Name List Tuple Slice arguments arg""".split()
)
FUNCTIONS = ("FunctionDef", "AsyncFunctionDef")
OBSERVERS = ("record", "attempt")
# Names that no scenario can write: they hold spaces.
BEGIN, OBSERVE, OPERATION = "begin operation", "observe expression", "the operation"


class Plan:
    """How one kind of node is rebuilt: its class, and what each of its fields holds."""

    known = {}

    def __init__(self, name):
        if name not in NODES:
            raise ValueError("the tree has a node %r, which no scenario has" % (name,))
        self.cls = getattr(ast, name)
        self.fields = [
            (field, FIELDS.get((name, field), ANYWHERE.get(field, CHILD)))
            for field in self.cls._fields
            if field not in NOT_ON_THE_WIRE
        ]
        self.empty = [field for field in self.cls._fields if field in ALWAYS_EMPTY]
        self.has_context = "ctx" in self.cls._fields
        self.has_place = bool(self.cls._attributes)
        self.known[name] = self


def is_observed(tree):
    """record(label, expr) or attempt(label, expr)."""
    if not isinstance(tree, dict) or tree.get("node") != "Call":
        return False
    return tree["func"].get("id") in OBSERVERS and len(tree["args"]) == 2


class Builder:
    """Rebuilds one scenario's `ast` tree, puts record/attempt into a form that notes errors too,
    and collects the names it uses.

    As a whole statement `record(label, expr)` becomes a try statement: no frame is added, await
    and yield may stand inside, and no variable ever holds the value. Anywhere else the expression
    becomes a lambda that is called at once; names of a class body are out of its sight."""

    def __init__(self):
        self.names, self.dotted = set(), set()
        self.place = dict(lineno=1, col_offset=0, end_lineno=1, end_col_offset=0)
        self.first_arguments, self.lifted = [None], 0

    def build(self, tree, context=ast.Load):
        name = tree["node"]
        plan = Plan.known.get(name) or Plan(name)
        if "line" in tree:
            line, column = tree["line"], tree.get("column", 0)
            self.place = dict(
                lineno=line, col_offset=column, end_lineno=line, end_col_offset=column
            )
        special = SPECIAL.get(name)
        replaced = special and special(self, tree, context)
        return replaced or self.node_of(plan, tree, context)

    def node_of(self, plan, tree, context):
        values = dict(self.place) if plan.has_place else {}
        for field in plan.empty:
            values[field] = []
        for field, what in plan.fields:
            values[field] = self.field(tree.get(field), what, context)
        if plan.has_context:
            values["ctx"] = context()
        return plan.cls(**values)

    def field(self, child, what, context):
        if child is None or what == VALUE:
            return decode(child)
        if what == OPERATOR:
            return [operator(one) for one in child] if isinstance(child, list) else operator(child)
        if what == BLOCK:
            return self.block(child)
        context = CONTEXTS.get(what, context)
        if isinstance(child, list):
            return [
                self.build(item, context) if isinstance(item, dict) else item for item in child
            ]
        return self.build(child, context) if isinstance(child, dict) else child

    def block(self, statements):
        built = []
        for tree in statements:
            if tree["node"] in ("Expr", "Assign", "Return") and is_observed(tree.get("value")):
                built += self.observed(tree, tree["value"])
            else:
                built.append(self.build(tree))
        return built

    def observed(self, statement, call):
        """begin; try: TARGET = end(expr); except: if fail(): raise; TARGET = None if it failed."""
        name, form, (label, expression) = statement["node"], call["func"]["id"], call["args"]
        targets = [self.build(target, ast.Store) for target in statement.get("targets", ())]
        fields = {"targets": targets} if targets else {}
        begin = self.call(self.load(BEGIN), self.constant(form), self.build(label))
        end = self.call(self.attribute("end"), self.build(expression))
        raised = self.node("Raise", exc=None, cause=None)
        noted = self.node("If", test=self.call(self.attribute("fail")), body=[raised], orelse=[])
        handler = self.node("ExceptHandler", type=None, name=None, body=[noted])
        body = [self.node(name, value=end, **fields)]
        tried = self.node("Try", body=body, handlers=[handler], orelse=[], finalbody=[])
        built = [self.node("Assign", targets=[self.name(ast.Store)], value=begin), tried]
        none = self.node(name, value=self.constant(None), **fields)
        if name == "Return":
            return built + [none]
        if form == "attempt" and targets:
            built.append(self.node("If", test=self.attribute("failed"), body=[none], orelse=[]))
        return built + [self.node("Delete", targets=[self.name(ast.Del)])]

    def lift(self, form, label, expression):
        built_label = self.build(label)
        self.lifted += 1
        body = self.build(expression)
        self.lifted -= 1
        lists = ("posonlyargs", "args", "kwonlyargs", "kw_defaults", "defaults")
        arguments = ast.arguments(vararg=None, kwarg=None, **{name: [] for name in lists})
        thunk = self.node("Lambda", args=arguments, body=body)
        return self.call(self.load(OBSERVE), self.constant(form), built_label, thunk)

    def observed_call(self, tree, _):
        if is_observed(tree):
            return self.lift(tree["func"]["id"], *tree["args"])
        first = self.first_arguments[-1]
        is_super = tree["func"].get("id") == "super" and not tree["args"]
        if self.lifted and first and is_super:  # a lambda does not know whose method it is in
            return self.call(self.load("super"), self.load("__class__"), self.load(first))
        return None

    def function(self, tree, context):
        arguments = tree["args"]["args"]
        self.first_arguments.append(arguments[0]["arg"] if arguments else None)
        lifted, self.lifted = self.lifted, 0
        built = self.node_of(Plan.known[tree["node"]], tree, context)
        self.first_arguments.pop()
        self.lifted = lifted
        return built

    def note_name(self, tree, _):
        self.names.add(tree["id"])

    def note_attribute(self, tree, _):
        parts, inner = [tree["attr"]], tree["value"]
        while inner["node"] == "Attribute":
            parts, inner = [inner["attr"]] + parts, inner["value"]
        if inner["node"] == "Name" and inner["id"] in MODULES:
            self.dotted.add((inner["id"],) + tuple(parts))

    def old_subscript(self, tree, context):
        place, value = self.place, self.build(tree["value"])
        part = self.old_slice(tree["slice"])
        return ast.Subscript(value=value, slice=part, ctx=context(), **place)

    def old_slice(self, part):
        """Before 3.9 an index and a tuple of slices were nodes of their own."""
        if part["node"] == "Slice":
            return self.build(part)
        if part["node"] == "Tuple" and any(item["node"] == "Slice" for item in part["elts"]):
            return ast.ExtSlice(dims=[self.old_slice(item) for item in part["elts"]])
        return ast.Index(value=self.build(part))

    def node(self, cls, **fields):
        return getattr(ast, cls)(**fields, **self.place)

    def name(self, context):
        return self.node("Name", id=OPERATION, ctx=context())

    def load(self, name):
        return self.node("Name", id=name, ctx=ast.Load())

    def constant(self, value):
        return self.node("Constant", value=value, kind=None)

    def attribute(self, name):
        return self.node("Attribute", value=self.load(OPERATION), attr=name, ctx=ast.Load())

    def call(self, function, *arguments):
        return self.node("Call", func=function, args=list(arguments), keywords=[])


def operator(name):
    return getattr(ast, name)()


SPECIAL = {
    "Call": Builder.observed_call,
    "FunctionDef": Builder.function,
    "AsyncFunctionDef": Builder.function,
    "Name": Builder.note_name,
    "Attribute": Builder.note_attribute,
}
if sys.version_info < (3, 9):
    SPECIAL["Subscript"] = Builder.old_subscript


class Unsupported(Exception):
    """A library module that a scenario names is not there; the argument is the capability."""


ATTRIBUTES = re.compile(r"\b([A-Za-z_]\w*)((?:\.[A-Za-z_]\w*)+)")


def names_in(code):
    """What a code object and those inside it look up beyond their own variables."""
    names = set(code.co_names)
    for constant in code.co_consts:
        if isinstance(constant, types.CodeType):
            names |= names_in(constant)
    return names


class Scenario:
    """A scenario compiled: its code, the modules it names, whether it has a main."""

    def __init__(self, given, whole=True):
        if isinstance(given, str):
            self.take_text(given)
        else:
            self.take_tree(given, whole)

    def take_text(self, text):
        self.code = compile(text, "<scenario>", "exec", dont_inherit=True)
        self.has_main, self.names = False, names_in(self.code)
        found, named = ATTRIBUTES.findall(text), self.names & MODULES
        self.dotted = {(name,) + tuple(rest[1:].split(".")) for name, rest in found if name in named}

    def take_tree(self, tree, whole):
        body = tree["body"]
        self.has_main = any(one["node"] == "FunctionDef" and one["name"] == "main" for one in body)
        if not (whole or self.has_main):
            body = [one for one in body if one["node"] in FUNCTIONS + ("ClassDef",)]
        builder = Builder()
        built = builder.build(dict(tree, body=body))
        self.code = compile(built, "<scenario>", "exec", dont_inherit=True)
        self.names, self.dotted = builder.names, builder.dotted

    def modules(self):
        """Loads and returns the library's modules that the scenario names, with the submodules it
        reaches and what the kit's own names need."""
        found = {}
        for name in sorted(self.names & MODULES):
            try:
                found[name] = importlib.import_module(name)
            except ImportError:
                raise Unsupported(CAPABILITY_OF_MODULE.get(name, name))
        for parts in self.dotted:
            load_submodules(parts)
        if not self.names.isdisjoint(("program", "script")):
            importlib.import_module("subprocess")
        return found

    def starts_processes(self):
        return not self.names.isdisjoint(("multiprocessing", "concurrent", "program"))


SCENARIOS = {}  # the latest: a property tries one scenario many times


def scenario_of(given):
    key = marshal.dumps(given, 2)
    if key not in SCENARIOS:
        if len(SCENARIOS) >= 64:
            del SCENARIOS[next(iter(SCENARIOS))]
        SCENARIOS[key] = Scenario(given)
    return SCENARIOS[key]


def load_submodules(parts):
    for count in range(2, len(parts) + 1):
        parent = sys.modules.get(".".join(parts[: count - 1]))
        if parent is None or not hasattr(parent, "__path__"):
            return
        if not hasattr(parent, parts[count - 1]):
            try:
                importlib.import_module(".".join(parts[:count]))
            except ImportError:
                return


# Events


class Process:
    """Serial numbers of one process: idents and id() are used again, these are not. A forked child
    starts anew; who begins, its only thread, is number 1."""

    def __init__(self, first_ref=1):
        self.pid = os.getpid()
        self.threads, self.tasks = itertools.count(1), itertools.count(1)
        self.operations = itertools.count(1)
        self.local = _thread._local()
        self.local.serial = next(self.threads)
        self.encoder = Encoder(first_ref)

    def thread(self):
        """The thread's serial, and whether it is new."""
        serial = getattr(self.local, "serial", None)
        if serial is not None:
            return serial, False
        self.local.serial = next(self.threads)
        return self.local.serial, True

    def task(self, task):
        owner, serial = getattr(task, "_touchstone_serial", (None, 0))
        if owner is self:
            return serial, False
        task._touchstone_serial = self, next(self.tasks)
        return task._touchstone_serial[1], True


def current_task():
    asyncio = sys.modules.get("asyncio")
    loop = asyncio and asyncio._get_running_loop()
    return loop and asyncio.current_task(loop)


def thread_name():
    """The name of a thread that threading knows; asked itself it would make one up for others."""
    threading = sys.modules.get("threading")
    thread = threading and threading._active.get(_thread.get_ident())
    return thread and thread.name


def high_copy(descriptor):
    """A copy where no scenario looks; the lowest free one where the limit is lower."""
    try:
        return fcntl.fcntl(descriptor, F_DUPFD_CLOEXEC, HIGH_DESCRIPTOR)
    except OSError:
        return os.dup(descriptor)


def write_line(descriptor, line):
    while True:
        try:
            os.write(descriptor, line)
            return
        except BlockingIOError:
            select.select([], [descriptor], [])
        except BrokenPipeError:
            os._exit(74)  # nobody is left to tell: the kit is gone


class Channel:
    """A process's way into the run's events: one write an event, and nothing after `close`."""

    def __init__(self, run_id, directory, clock):
        self.run_id, self.directory, self.clock = to_json(run_id), directory, clock
        self.files = itertools.count(1)
        path = os.path.join(directory, "events")
        self.spares = [os.open(path, os.O_WRONLY | os.O_CLOEXEC)]
        self.descriptor = high_copy(self.spares[0])
        self.process = None

    def close(self):
        descriptor, self.descriptor = self.descriptor, None
        for held in [descriptor] + self.spares:
            os.close(held)

    def emit(self, event, fields="", values=None):
        """`values` has encoded data under one name; what does not fit goes to a file first."""
        head = self.head(event, self.activity())
        body = self.body(values, LINE_LIMIT - TAIL_ROOM - len(head) - len(fields))
        self.write(head + fields + body)

    def head(self, event, act):
        tid = _thread.get_native_id()
        return '{"run":%s,"event":"%s","act":%s,"tid":%d' % (self.run_id, event, act, tid)

    def write(self, line):
        now = ',"v":%r' % self.clock.now if self.clock else ""
        line = '%s,"t":%d%s}\n' % (line, time.monotonic_ns(), now)
        if self.descriptor is not None:
            write_line(self.descriptor, line.encode())

    def body(self, values, room):
        if not values:
            return ""
        ((name, value),) = values.items()
        text = whole = to_json(value)
        room -= len(name) + 4
        if len(text) > room and name == "values":
            text = to_json(self.long_ones_in_files(value))
        if len(text) > room and name == "error":
            text = to_json(dict(value, args=self.long_ones_in_files(value["args"])))
        if len(text) > room:
            text = to_json(self.in_file(whole))
        return ',"%s":%s' % (name, text)

    def long_ones_in_files(self, values):
        texts = [to_json(value) for value in values]
        return [
            self.in_file(text) if len(text) > WORDS_LIMIT else value
            for value, text in zip(values, texts)
        ]

    def in_file(self, text):
        name = "values/%d-%d" % (os.getpid(), next(self.files))
        with open(os.path.join(self.directory, name), "x") as file:
            file.write(text)
        return {"file": name}

    def activity(self):
        """[pid, thread, task] of who acts, after telling its name if it is new and has one."""
        process, task = self.process, current_task()
        thread, is_new = process.thread()
        if task is None:
            act = "[%d,%d,0]" % (process.pid, thread)
            name = thread_name() if is_new else None
        else:
            serial, is_new = process.task(task)
            act = "[%d,%d,%d]" % (process.pid, thread, serial)
            name = task.get_name() if is_new and hasattr(task, "get_name") else None
        if name is not None:
            self.write('%s,"name":%s' % (self.head("name", act), to_words(name)))
        return act


class Operation:
    """One record or attempt: an expression's (begin, end, fail), or a block's (`with`)."""

    __slots__ = ("run", "form", "label", "process", "id", "ended", "failed")

    def __init__(self, run, form, label):
        self.run, self.form, self.label = run, form, to_label(label)
        self.ended = self.failed = False

    def begin(self):
        self.process = process = self.run.channel.process
        self.id = '%s,"op":[%d,%d]' % (self.label, process.pid, next(process.operations))
        self.run.emit("begin", self.id + ',"form":"%s"' % self.form)
        return self

    def note_end(self, name, body):
        """An operation that a fork found under way ends in the parent alone."""
        if self.process is self.run.channel.process:
            self.run.emit("end", self.id, {name: body})

    def end(self, value):
        self.ended = True
        self.note_end("value", self.run.encoder().encode(value))
        return value

    def fail(self):
        """Notes the error that is being handled; true where it has to go on."""
        error = sys.exc_info()[1]
        if self.ended:
            return True
        self.ended = True
        self.note_end("error", self.run.encoder().error(error))
        swallows = isinstance(error, Exception) or is_a(type(error), CANCELLED)
        self.failed = swallows and self.form == "attempt"
        return not self.failed

    __enter__ = begin

    def __exit__(self, cls, error, _):
        if cls is None:
            self.end(None)
            return False
        return not self.fail()


def to_label(label):
    text = to_json_text(label) if isinstance(label, str) else None
    if text is None or len(text) > LABEL_LIMIT:
        raise ValueError("a label is text of at most %d bytes, not %r" % (LABEL_LIMIT, label))
    return ',"label":' + text


# What a scenario is given


class Run:
    """A run as one of its processes sees it: its channel, its gates, the names of its scenario."""

    def __init__(self, request, first_ref=1):
        self.request, self.directory = request, request["dir"]
        self.seed, self.latches = request.get("seed", 0), frozenset(request.get("latches", ()))
        self.clock = VirtualClock(self) if request.get("clock") == "virtual" else None
        self.channel = Channel(request["id"], self.directory, self.clock)
        self.channel.process = Process(first_ref)
        self.passed, self.outside = set(), 0

    def emit(self, event, fields="", values=None):
        self.channel.emit(event, fields, values)

    def encoder(self):
        return self.channel.process.encoder

    def path(self, *parts):
        return os.path.join(self.directory, *parts)

    def names(self):
        given = (self.log, self.gate, self.gate_async, self.program, self.script, kind, compiles)
        names = {function.__name__: function for function in given}
        names.update((form, self.observer(form)) for form in OBSERVERS)
        names.update({BEGIN: self.begin, OBSERVE: self.observe})
        return names

    def begin(self, form, label):
        return Operation(self, form, label).begin()

    def observe(self, form, label, expression):
        operation = self.begin(form, label)
        try:
            return operation.end(expression())
        except BaseException:
            if operation.fail():
                raise

    def observer(self, form):
        return lambda label: Operation(self, form, label)

    def log(self, label, *values):
        label = to_label(label)
        self.emit("log", label, {"values": self.encoder().items(values, 1)})

    def gate(self, name):
        self.pass_through(self.arrive(name))
        self.leave(name)

    async def gate_async(self, name):
        """Waits in a thread of its own: the loop's executor is under test."""
        path, loop = self.arrive(name), sys.modules["asyncio"].get_running_loop()
        opened = loop.create_future()
        _thread.start_new_thread(self.wait_outside, (path, loop, opened))
        self.outside += 1
        try:
            await opened
        finally:
            self.outside -= 1
        self.leave(name)

    def wait_outside(self, path, loop, opened):
        try:
            self.pass_through(path)
            settle, outcome = opened.set_result, None
        except OSError as error:
            settle, outcome = opened.set_exception, error
        try:
            loop.call_soon_threadsafe(lambda: opened.done() or settle(outcome))
        except RuntimeError:
            pass  # the loop was closed in the meantime: nobody waits any more

    def arrive(self, name):
        if not isinstance(name, str) or name in ("", ".", ".."):
            raise ValueError("a gate has a text for its name, not %r" % (name,))
        if name not in self.latches and (self.channel.activity(), name) in self.passed:
            raise RuntimeError("gate %r was passed before: it stops nobody twice" % name)
        path = self.path("gates", gate_file(name))
        try:
            os.mkfifo(path, 0o600)
        except FileExistsError:
            pass
        self.emit("reached", ',"gate":' + to_json(name))
        return path

    def pass_through(self, path):
        """Opening the FIFO for reading waits for the kit, which opens it both ways and holds it.
        The wait takes a descriptor: at the limit the spare one is given up for it."""
        try:
            os.close(os.open(path, os.O_RDONLY | os.O_CLOEXEC))
            return
        except OSError as error:
            if error.errno != errno.EMFILE or not self.channel.spares:
                raise
        os.close(self.channel.spares.pop())
        os.close(os.open(path, os.O_RDONLY | os.O_CLOEXEC))
        self.channel.spares.append(os.dup(self.channel.descriptor))

    def leave(self, name):
        self.passed.add((self.channel.activity(), name))
        self.emit("passed", ',"gate":' + to_json(name))

    def program(self, function, *arguments, stdin=None, env=None, timeout=None):
        """Runs a top-level function of the scenario as a process of its own, on data."""
        name = getattr(function, "__qualname__", "")
        found = find(name)
        if found is None or getattr(found, "__func__", found) is not getattr(
            function, "__func__", function
        ):
            raise ValueError("program() takes a top-level function, not %r" % (function,))
        data = self.encoder().items(arguments, 0)
        decode(data)
        text = to_json([name, data])
        return self.start("call", text, [self.path("scenario.py")], stdin, env, timeout)

    def script(self, text, *, stdin=None, env=None, timeout=None):
        """Runs program text as a file of its own, which knows nothing of the kit."""
        return self.start("py", text, [], stdin, env, timeout)

    def start(self, suffix, text, script, stdin, env, timeout):
        """Output goes to files: a process left behind would hold a pipe open."""
        stem = self.path("program-%d-%d." % (os.getpid(), next(self.channel.files)))
        with open(stem + suffix, "x", encoding="utf-8", errors="surrogatepass") as file:
            file.write(text)
        with open(stem + "in", "xb") as file:
            file.write(stdin.encode() if isinstance(stdin, str) else stdin or b"")
        command = [sys.executable] + script + [stem + suffix]
        code = run_to_end(command, stem, dict(os.environ, **(env or {})), timeout)
        return types.SimpleNamespace(
            status=code if code is not None and code >= 0 else None,
            signal=-code if code is not None and code < 0 else None,
            timed_out=code is None,
            stdout=read_bytes(stem + "out"),
            stderr=read_bytes(stem + "err"),
        )


def find(name):
    """What stands under a dotted name in the scenario, or None."""
    found = sys.modules["__main__"]
    for part in name.split("."):
        found = getattr(found, part, None)
    return found


def read_bytes(path):
    with open(path, "rb") as file:
        return file.read()


def run_to_end(command, stem, environment, timeout):
    """The exit code (negative: the signal), or None where the process had to be killed."""
    import subprocess

    with open(stem + "in", "rb") as given, open(stem + "out", "xb") as out:
        with open(stem + "err", "xb") as err:
            child = subprocess.Popen(command, stdin=given, stdout=out, stderr=err, env=environment)
    try:
        return child.wait(timeout)
    except subprocess.TimeoutExpired:
        return None
    finally:
        if child.returncode is None:
            child.kill()
            child.wait()


def compiles(text):
    compile(text, "<text>", "exec", dont_inherit=True)
    return True


def gate_file(name):
    """The gate's file: its name percent-encoded outside [A-Za-z0-9._-]."""
    data = name.encode("utf-8", "surrogatepass")
    return re.sub(b"[^A-Za-z0-9._-]", lambda byte: b"%%%02X" % byte[0][0], data).decode()


# Virtual clock


class VirtualClock:
    """One clock of a run, at 0 when it starts: every loop of the run reads it, and it jumps to the
    next deadline when nothing is ready. Exact: `now` is set to a deadline, never added to."""

    MANY = 100  # cancellations that were swallowed before the loop is given up

    def __init__(self, run):
        self.run, self.now, self.stuck_count = run, 0.0, 0

    def install(self):
        asyncio = importlib.import_module("asyncio")
        clock, loop_class = self, virtual_loop_class(asyncio)

        class Policy(asyncio.DefaultEventLoopPolicy):
            def new_event_loop(self):
                return loop_class(clock)

        asyncio.set_event_loop_policy(Policy())

    def advance(self, loop):
        """Nothing is ready: jumps, or says that nothing can ever happen again and cancels all."""
        deadline = loop._scheduled[0]._when if loop._scheduled else float("inf")
        if deadline < float("inf"):
            self.now = max(self.now, deadline)
            return
        self.run.emit("stuck")
        self.stuck_count += 1
        tasks = sys.modules["asyncio"].all_tasks(loop)
        if not tasks or self.stuck_count > self.MANY:
            raise RuntimeError("nothing can ever happen again in this loop")
        for task in tasks:
            task.cancel()


def virtual_loop_class(asyncio):
    import selectors

    class Selector(selectors.DefaultSelector):
        def select(self, timeout=None):
            ready = super().select(0)
            if ready or (timeout is not None and timeout <= 0):
                return ready
            if self.loop.waits_outside():
                return super().select(None)
            self.loop.clock.advance(self.loop)
            return []

    class VirtualLoop(asyncio.SelectorEventLoop):
        def __init__(self, clock):
            selector = Selector()
            self.clock, self.jobs, selector.loop = clock, 0, self
            super().__init__(selector)

        def time(self):
            return self.clock.now

        @property
        def _clock_resolution(self):
            """Never below the spacing of floats at `now`: else the loop does not see that a
            deadline is reached, and spins for ever."""
            return max(1e-9, 2 * sys.float_info.epsilon * self.clock.now)

        @_clock_resolution.setter
        def _clock_resolution(self, _):
            pass

        def waits_outside(self):
            return self.jobs or self.clock.run.outside

        def run_in_executor(self, executor, function, *arguments):
            future = super().run_in_executor(executor, function, *arguments)
            self.jobs += 1
            future.add_done_callback(self.job_done)
            return future

        def job_done(self, _):
            self.jobs -= 1

        async def shutdown_default_executor(self, *arguments):
            self.jobs += 1
            try:
                await super().shutdown_default_executor(*arguments)
            finally:
                self.jobs -= 1

    return VirtualLoop


# A run in its process


def bind(scope, run, modules):
    given = run.request.get("parameters", {})
    parameters = {name: decode(value) for name, value in given.items()}
    for names in (run.names(), modules, NAMES, parameters):
        scope.update(names)


def hear_all_warnings():
    warnings.resetwarnings()
    warnings.simplefilter("always")


def become_main(run):
    """The scenario is the module __main__ of a file of its own, as pickle and spawn want it."""
    main = types.ModuleType("__main__")
    main.__file__ = run.path("scenario.py")
    sys.modules["__main__"] = sys.modules["__mp_main__"] = main
    sys.argv = [main.__file__]
    os.chdir(run.directory)
    os.environ["TMPDIR"] = run.directory
    if "tempfile" in sys.modules:
        sys.modules["tempfile"].tempdir = None
    return main


def execute(run, scenario):
    """Runs the scenario to its end on this thread; says how it ended and what it left."""
    global CURRENT
    CURRENT, modules = run, scenario.modules()
    main = become_main(run)
    bind(main.__dict__, run, modules)
    hear_all_warnings()
    if run.clock:
        run.clock.install()
    reply = {"op": "done", "id": run.request["id"]}
    try:
        exec(scenario.code, main.__dict__)
        if scenario.has_main:
            main.main()
    except BaseException as error:
        reply.update(op="raised", error=run.encoder().error(error))
    try:
        sys.stdout.flush()
    except (OSError, ValueError, AttributeError):
        pass  # the scenario closed it or took it away
    return dict(reply, left=left())


def left():
    """Threads, tasks and processes that outlive the scenario."""
    for _ in range(20):  # a thread that was joined may still be on its way out
        if not _thread._count():
            break
        time.sleep(0.001)
    tasks = sys.modules.get("asyncio.tasks")
    known = [getattr(tasks, name, ()) for name in ("_all_tasks", "_scheduled_tasks")]
    waiting = {task for tasks in known for task in tasks if not task.done()}
    multiprocessing = sys.modules.get("multiprocessing.process")
    children = multiprocessing.active_children() if multiprocessing else []
    return {"threads": _thread._count(), "tasks": len(waiting), "processes": len(children)}


def show_warning(message, category, *rest, **more):
    if CURRENT is not None:
        words = to_words(category.__name__), to_words(message)
        CURRENT.emit("warning", ',"category":%s,"message":%s' % words)
    ORIGINAL_SHOW_WARNING(message, category, *rest, **more)


ORIGINAL_SHOW_WARNING = warnings.showwarning
PRIVATE = []  # descriptors that a child of a scenario must not keep open


def after_fork():
    """In every forked child: serials of its own, and no hold on the adapter's channels."""
    while PRIVATE:
        os.close(PRIVATE.pop())
    if CURRENT is not None:
        CURRENT.channel.process = Process(os.getpid() << 20)


def prepare():
    """What every process that runs scenarios does once."""
    sys.modules["touchstone_adapter"] = HERE
    warnings.showwarning = show_warning
    os.register_at_fork(after_in_child=after_fork)
    if LOOPS:
        policy = importlib.import_module(LOOPS).EventLoopPolicy()
        importlib.import_module("asyncio").set_event_loop_policy(policy)
    path = os.environ.get("TOUCHSTONE_FAULT")
    if path:
        code = compile(read_bytes(path), path, "exec", dont_inherit=True)
        exec(code, {"__name__": "touchstone_fault", "__file__": path, "adapter": HERE})


# Processes that start anew

STUB = b"""\
def enter(scope):
    import marshal, sys, types
    if "touchstone_adapter" not in sys.modules:
        adapter = sys.modules["touchstone_adapter"] = types.ModuleType("touchstone_adapter")
        with open(__file__[: -len("scenario.py")] + "adapter.code", "rb") as file:
            exec(marshal.load(file), adapter.__dict__)
        adapter.prepare()
    sys.modules["touchstone_adapter"].enter(scope)

enter(globals())
"""


def adapter_code(cache=[]):
    if not cache:
        code = compile(read_bytes(__file__), __file__, "exec", dont_inherit=True)
        cache.append(marshal.dumps(code))
    return cache[0]


def write_files(directory, line):
    """For processes that start anew: the stub that they run, this adapter, the request."""
    files = {"scenario.py": STUB, "adapter.code": adapter_code(), "scenario.json": line}
    for name, content in files.items():
        with open(os.path.join(directory, name), "wb") as file:
            file.write(content)


def enter(scope):
    """Runs the scenario's top level once more; in a program() then calls its function."""
    global CURRENT
    directory, is_program = os.path.dirname(scope["__file__"]), scope["__name__"] == "__main__"
    request = json.loads(read_bytes(os.path.join(directory, "scenario.json")).decode())
    scenario = Scenario(request["scenario"], whole=False)
    CURRENT = Run(dict(request, dir=directory, clock="real"), os.getpid() << 20)
    names = scope if is_program else types.ModuleType("__main__").__dict__
    names["__file__"] = scope["__file__"]
    del scope["enter"]
    bind(names, CURRENT, scenario.modules())
    if not is_program:
        hear_all_warnings()
    exec(scenario.code, names)
    if is_program:
        name, arguments = json.loads(read_bytes(sys.argv.pop()).decode())
        find(name)(*decode(arguments))
    else:
        scope.update((name, names[name]) for name in names if not name.startswith("__"))


# The server


def of_libc(name):
    """A call of Linux's that Python lacks; where it cannot be made, the kit's own means have to do."""
    try:
        import ctypes

        return getattr(ctypes.CDLL(None), name)
    except (ImportError, OSError, AttributeError):
        return lambda *_: -1


PR_SET_PDEATHSIG, PR_SET_CHILD_SUBREAPER = 1, 36
IN_CLOSE_WRITE = 8
FORKS = hasattr(os, "fork")


def watch_for_close(pipe):
    """A descriptor that is readable, and signals so by SIGIO, once a pipe's last writer has closed
    it; what is written gives no sign. None where the system offers no such thing."""
    made = of_libc("inotify_init1")(os.O_CLOEXEC | os.O_NONBLOCK)
    if made < 0:
        return None
    watch = high_copy(made)
    os.close(made)
    of_libc("inotify_add_watch")(watch, b"/proc/self/fd/%d" % pipe, IN_CLOSE_WRITE)
    fcntl.fcntl(watch, fcntl.F_SETOWN, os.getpid())
    fcntl.fcntl(watch, fcntl.F_SETFL, os.O_NONBLOCK | os.O_ASYNC)
    return watch


class Server:
    """Requests in, replies out; forks a child of a process that has done nothing but import for
    each isolated run, and is the reaper of whatever that leaves behind."""

    def __init__(self):
        self.requests, self.replies = high_copy(0), high_copy(1)
        null = os.open(os.devnull, os.O_RDONLY)
        os.dup2(null, 0)
        os.dup2(2, 1)
        os.close(null)
        signal.signal(signal.SIGIO, signal.SIG_IGN)
        self.last_close = watch_for_close(self.requests)
        self.signals, self.signal_end = (high_copy(end) for end in os.pipe())
        os.set_blocking(self.signal_end, False)
        PRIVATE.extend((self.requests, self.replies, self.signals, self.signal_end))
        if self.last_close is not None:
            PRIVATE.append(self.last_close)
        self.prctl, self.group, self.loaded = of_libc("prctl"), None, 0
        self.prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)

    def serve(self):
        with open(self.requests, "rb", closefd=False) as lines:
            for line in lines:
                reply = self.answer(line)
                if reply is None:
                    break
                send(self.replies, reply)
        self.end(0)

    def answer(self, line):
        """The reply: a dict, or a line that is one already; None to stop."""
        request = {}
        try:
            request = json.loads(line.decode())
            return self.handler(request)(request, line)
        except Unsupported as missing:
            return {"op": "unsupported", "id": request["id"], "capability": missing.args[0]}
        except Exception as error:
            identity = request.get("id") if isinstance(request, dict) else None
            message = "%s: %s" % (type(error).__name__, error)
            return {"op": "error", "id": identity, "message": message}

    def handler(self, request):
        operations = {"hello": self.hello, "run": self.run, "stop": lambda request, line: None}
        if not isinstance(request, dict) or request.get("op") not in operations:
            raise ValueError('a request is an object with "op": %s' % ", ".join(operations))
        return operations[request["op"]]

    def hello(self, request, _):
        if request.get("protocol") != PROTOCOL:
            asked = request.get("protocol")
            raise ValueError("this adapter speaks protocol %d, not %r" % (PROTOCOL, asked))
        host = sys.implementation
        version = ".".join(map(str, host.version[:3]))
        if LOOPS:
            own = getattr(sys.modules[LOOPS], "__version__", "of no version")
            version = "%s on %s %s" % (own, host.name, version)
        return {
            "op": "hello",
            "protocol": PROTOCOL,
            "name": LOOPS or host.name,
            "version": version,
            "language": "python",
            "os": sys.platform,
            "forks": FORKS,
            "capabilities": capabilities(),
            "text": "TOUCHSTONE_FAULT" not in os.environ,  # some patch what builds a tree
        }

    def run(self, request, line):
        missing = [name for name in ("id", "scenario", "dir") if name not in request]
        if missing:
            raise ValueError("a run request lacks %s" % ", ".join(missing))
        if LOOPS and request.get("clock") == "virtual":
            raise Unsupported("clock.virtual")
        scenario = scenario_of(request["scenario"])
        scenario.modules()
        if len(sys.modules) != self.loaded:  # what is loaded stays: no need to look at it again
            self.loaded = len(sys.modules)
            getattr(gc, "freeze", gc.collect)()
        if scenario.starts_processes():
            write_files(request["dir"], line)
        way = self.isolated if request.get("isolate") and FORKS else self.shared
        return way(request, scenario)

    def shared(self, request, scenario):
        """On this process's own main thread. Nobody reads stdin meanwhile: SIGIO tells of its end,
        and ends the process wherever it stands; a handler in Python would be too late for a call
        that begins to wait just then."""
        run = Run(request)
        signal.signal(signal.SIGIO, signal.SIG_DFL)
        try:
            if self.poll_requests(0, self.last_close):
                self.end(0)
            return execute(run, scenario)
        finally:
            signal.signal(signal.SIGIO, signal.SIG_IGN)
            self.forget(run)

    def forget(self, run):
        """Closes the run's channel first: what its remains do now is heard by nobody."""
        global CURRENT
        run.channel.close()
        CURRENT, main = None, sys.modules["__main__"]
        sys.modules["__main__"] = sys.modules["__mp_main__"] = HERE
        if main is not HERE:
            main.__dict__.clear()
        if run.clock:
            sys.modules["asyncio"].set_event_loop_policy(None)
        if hasattr(gc, "freeze"):
            gc.collect()

    def isolated(self, request, scenario):
        """In a process of its own, which SIGTERM ends with this one."""
        signal.signal(signal.SIGTERM, lambda *_: self.end(128 + signal.SIGTERM))
        signal.set_wakeup_fd(self.signal_end)
        try:
            return self.in_child(request, scenario)
        finally:
            signal.set_wakeup_fd(-1)
            signal.signal(signal.SIGTERM, signal.SIG_DFL)

    def in_child(self, request, scenario):
        """Leads a process group; when this returns the group is dead."""
        result, write_end = os.pipe()
        parent, pid = os.getpid(), os.fork()
        if pid == 0:
            os.close(result)
            self.run_child(request, scenario, write_end, parent)
        self.group = pid
        os.close(write_end)
        try:
            os.setpgid(pid, pid)
        except OSError:
            pass  # the child was faster, or is gone
        reply = self.read_result(result)
        os.close(result)
        status = None if reply else self.wait_for(pid)
        self.kill_run()
        if reply:
            return reply
        crashed = {"op": "crashed", "id": request["id"], "status": None, "signal": None}
        if os.WIFSIGNALED(status):
            return dict(crashed, signal=os.WTERMSIG(status))
        return dict(crashed, status=os.WEXITSTATUS(status))

    def run_child(self, request, scenario, write_end, parent):
        status = 70
        try:
            os.setpgid(0, 0)
            self.prctl(PR_SET_PDEATHSIG, int(signal.SIGKILL), 0, 0, 0)
            if os.getppid() == parent:
                signal.set_wakeup_fd(-1)
                for number in (signal.SIGTERM, signal.SIGIO):
                    signal.signal(number, signal.SIG_DFL)
                result = high_copy(write_end)
                os.close(write_end)
                PRIVATE.append(result)
                send(result, execute(Run(request), scenario))
                status = 0
        finally:
            os._exit(status)

    def read_result(self, result):
        """The child's reply, or nothing if it ended without one."""
        data = b""
        while not data.endswith(b"\n"):
            if self.poll_requests(None, result):
                chunk = os.read(result, 65536)
                if not chunk:
                    return b""
                data += chunk
        return data

    def wait_for(self, pid):
        while True:
            ended, status = os.waitpid(pid, os.WNOHANG)
            if ended:
                return status
            self.poll_requests(5)

    def poll_requests(self, timeout_ms, result=None):
        """Waits for the result, or a signal; ends everything if the kit has gone."""
        poller = select.poll()
        poller.register(self.signals, select.POLLIN)
        poller.register(self.requests, getattr(select, "POLLRDHUP", 0))
        if result is not None:
            poller.register(result, select.POLLIN)
        ready = dict(poller.poll(timeout_ms))
        if self.requests in ready:
            self.end(0)
        return result in ready

    def kill_run(self):
        """All children, and by and by theirs: orphans come to the subreaper. Resource trackers are
        left to tidy up, which they do when nobody holds their pipe any more."""
        group, self.group = self.group, None
        trackers = set()
        for child in children(trackers):
            if is_tracker(child):
                trackers.add(child)
            else:
                kill(child)
        for tracker in trackers:
            let_end(tracker)
        try:
            os.killpg(group, signal.SIGKILL)
            os.waitpid(group, 0)
        except OSError:
            pass  # as it should be: there is nobody left

    def end(self, status):
        if self.group is not None:
            self.kill_run()
        os._exit(status)


def send(descriptor, reply):
    data = reply if isinstance(reply, bytes) else (to_json(reply) + "\n").encode()
    while data:
        data = data[os.write(descriptor, data) :]


def children(known):
    """All children but the known ones, again and again until there are no others."""
    path = "/proc/self/task/%d/children" % os.getpid()
    while os.path.exists(path):
        found = set(map(int, read_bytes(path).split())) - known
        if not found:
            return
        yield from found


def is_tracker(pid):
    try:
        return b"multiprocessing.resource_tracker" in read_bytes("/proc/%d/cmdline" % pid)
    except OSError:
        return False


def kill(pid):
    try:
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
    except OSError:
        pass  # reaped already


def let_end(pid, patience_ms=2000):
    for _ in range(patience_ms):
        if os.waitpid(pid, os.WNOHANG)[0]:
            return
        time.sleep(0.001)
    kill(pid)


# Capabilities

LANGUAGE = """builtins.map functools.reduce integers.unbounded text.strings text.bytes text.codecs
    text.codecs.gbk objects.classes objects.abc generators.sync generators.async generators.states
    coroutines coroutines.custom_awaitables contextvars files.open descriptors clock.monotonic
    pickle source.compile source.run process.program process.signals interpreter.options
    runtime.collect runtime.warnings"""
OF_MODULE = {  # what a module, if it is there, lets a scenario do
    "threading": """threading.thread threading.daemon threading.excepthook threading.stack_size
        threading.local threading.lock threading.rlock threading.condition threading.event
        threading.semaphore threading.lowlevel""",
    "queue": "queue.queue",
    "concurrent": "futures.future futures.wait futures.thread_pool",
    "_multiprocessing": """multiprocessing.process multiprocessing.queue multiprocessing.pipe
        multiprocessing.lock multiprocessing.semaphore multiprocessing.event multiprocessing.pool
        multiprocessing.shared_values multiprocessing.manager futures.process_pool process.spawn""",
    "asyncio": """asyncio.run asyncio.sleep asyncio.create_task asyncio.future asyncio.gather
        asyncio.wait asyncio.as_completed asyncio.wait_for asyncio.loop asyncio.loop.readers
        asyncio.executor asyncio.lock asyncio.event asyncio.condition asyncio.semaphore
        asyncio.queue asyncio.queue.ordered asyncio.streams asyncio.protocols clock.virtual""",
    "_socket": """socket.socketpair socket.tcp socket.udp select.select http.client http.server""",
    "aiofiles": "files.async",
    "requests": "http.requests",
    "aiohttp": "http.async",
    "flask": "http.framework",
    "websockets": "websocket",
    "build": "packages.build",
    "pip": "packages.install",
    "ctypes": "descriptors.asynchronous",
    "resource": "process.usage",
}
CAPABILITY_OF_MODULE = {name: OF_MODULE[name].split()[0] for name in OF_MODULE if name in MODULES}
CAPABILITY_OF_MODULE["multiprocessing"] = "multiprocessing.process"


def capabilities():
    """What this interpreter can do, in the words of the specification's vocabulary."""
    present = [OF_MODULE[name] for name in OF_MODULE if importlib.util.find_spec(name)]
    probes = {
        "asyncio.barrier": sys.version_info >= (3, 11),
        "asyncio.cancelling": sys.version_info >= (3, 11),
        "asyncio.timeout": sys.version_info >= (3, 11),
        "asyncio.eager_tasks": sys.version_info >= (3, 12),
        "descriptors.signal_driven": hasattr(os, "O_ASYNC"),
        "select.poll": hasattr(select, "poll"),
        "select.epoll": hasattr(select, "epoll"),
        "runtime.counted": sys.implementation.name == "cpython",
        "runtime.gil": getattr(sys, "_is_gil_enabled", lambda: True)(),
        "process.fork": FORKS,
    }
    found = set(" ".join([LANGUAGE] + present).split())
    found.update(name for name in probes if probes[name])
    return sorted(found - {"clock.virtual"} if LOOPS else found)


def main():
    if sys.path and os.path.abspath(sys.path[0]) == os.path.dirname(os.path.abspath(__file__)):
        del sys.path[0]  # the adapter's folder is no place for a scenario to import from
    server = Server()
    prepare()
    server.serve()


if __name__ == "__main__":
    main()
