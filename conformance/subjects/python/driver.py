"""Plays the kit for the adapter's own tests: starts an adapter, makes a run's folder, opens gates,
reads replies and events."""

import ast
import contextlib
import json
import os
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import textwrap
import unittest

import adapter

ADAPTER = os.path.abspath(adapter.__file__)
INTERPRETER = os.environ.get("TOUCHSTONE_PYTHON", sys.executable)
SCRUBBED = ("PYTHONUNBUFFERED", "PYTHONDONTWRITEBYTECODE", "PYTHONOPTIMIZE", "TOUCHSTONE_FAULT")
PATIENCE_S = 60  # a guard against a test that would hang; nothing is judged by it


def parse(text):
    """A scenario's text as the protocol's tree."""
    return to_tree(ast.parse(textwrap.dedent(text)))


def to_tree(node):
    if isinstance(node, list):
        return [to_tree(item) for item in node]
    if isinstance(node, (ast.operator, ast.unaryop, ast.boolop, ast.cmpop)):
        return type(node).__name__
    if not isinstance(node, ast.AST):
        return node
    tree = {"node": type(node).__name__}
    if hasattr(node, "lineno"):
        tree.update(line=node.lineno, column=node.col_offset)
    for field in node._fields:
        if field not in adapter.NOT_ON_THE_WIRE | {"ctx"}:
            value = getattr(node, field, None)
            is_data = tree["node"] == "Constant"
            tree[field] = adapter.Encoder(1).encode(value) if is_data else to_tree(value)
    return tree


class Result:
    """A run's reply and its events."""

    def __init__(self, reply, events):
        self.reply, self.events = reply, events

    def of(self, kind, label=None):
        return [
            event for event in self.events if event["event"] == kind and label in (
                None, event.get("label")
            )
        ]

    def values(self, label):
        return [event["value"] for event in self.of("end", label) if "value" in event]

    def errors(self, label):
        return [event["error"] for event in self.of("end", label) if "error" in event]

    def logs(self, label):
        return [event["values"] for event in self.of("log", label)]

    def story(self):
        """What happened, in short: (kind, label or gate)."""
        return [
            (e["event"], e.get("label", e.get("gate"))) for e in self.events if e["event"] != "name"
        ]


class Kit:
    """One adapter process; `run` judges nothing, it only carries."""

    def __init__(self, **environment):
        scrubbed = {name: value for name, value in os.environ.items() if name not in SCRUBBED}
        self.folder = tempfile.mkdtemp(prefix="touchstone-")
        self.errors = open(os.path.join(self.folder, "stderr"), "w+b")
        self.adapter = subprocess.Popen(
            [INTERPRETER, ADAPTER],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self.errors,
            env=dict(scrubbed, **environment),
            start_new_session=True,
            bufsize=0,
        )
        self.count = 0

    def __enter__(self):
        return self

    def __exit__(self, *_):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.adapter.pid, signal.SIGKILL)
        self.adapter.wait()
        for held in (self.adapter.stdin, self.adapter.stdout, self.errors):
            with contextlib.suppress(OSError):
                held.close()
        shutil.rmtree(self.folder)

    def send(self, request):
        line = request if isinstance(request, bytes) else json.dumps(request).encode() + b"\n"
        self.adapter.stdin.write(line)
        self.adapter.stdin.flush()

    def receive(self):
        if not select.select([self.adapter.stdout], [], [], PATIENCE_S)[0]:
            raise TimeoutError("the adapter does not answer: " + self.stderr())
        line = self.adapter.stdout.readline()
        return json.loads(line) if line else None

    def ask(self, request):
        self.send(request)
        return self.receive()

    def hello(self):
        return self.ask({"op": "hello", "protocol": 1})

    def stderr(self):
        self.errors.flush()
        with open(self.errors.name, "rb") as file:
            return file.read().decode(errors="replace")

    def begin(self, text, **options):
        self.count += 1
        return Flight(self, str(self.count), text, options)

    def run(self, text, gates=None, **options):
        """Runs a scenario to its end; a gate of `gates` opens when its condition on the events so
        far holds."""
        with self.begin(text, **options) as flight:
            return flight.finish(gates or {})


class Flight:
    """A run under way."""

    def __init__(self, kit, identity, text, options):
        self.kit, self.events, self.rest, self.held = kit, [], b"", []
        self.directory = os.path.join(kit.folder, identity)
        for part in ("gates", "values"):
            os.makedirs(os.path.join(self.directory, part))
        os.mkfifo(self.path("events"), 0o600)
        self.channel = os.open(self.path("events"), os.O_RDWR | os.O_CLOEXEC | os.O_NONBLOCK)
        self.request = {
            "op": "run",
            "id": identity,
            "scenario": parse(text),
            "parameters": {},
            "clock": "real",
            "isolate": True,
        }
        self.request.update(dir=self.directory, deadline_ms=1000 * PATIENCE_S, latches=[], seed=1)
        self.request.update(options)
        kit.send(self.request)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for descriptor in self.held + [self.channel]:
            os.close(descriptor)

    def path(self, *parts):
        return os.path.join(self.directory, *parts)

    def open_gate(self, name):
        path = self.path("gates", adapter.gate_file(name))
        with contextlib.suppress(FileExistsError):
            os.mkfifo(path, 0o600)
        self.held.append(os.open(path, os.O_RDWR | os.O_CLOEXEC | os.O_NONBLOCK))

    def drain(self):
        with contextlib.suppress(BlockingIOError):
            while True:
                self.rest += os.read(self.channel, 65536)
        *lines, self.rest = self.rest.split(b"\n")
        self.events += [self.load(json.loads(line)) for line in lines]

    def load(self, value):
        """Puts in what an event left in a file."""
        if isinstance(value, dict) and list(value) == ["file"]:
            with open(self.path(value["file"])) as file:
                return json.load(file)
        if isinstance(value, dict):
            return {name: self.load(item) for name, item in value.items()}
        return [self.load(item) for item in value] if isinstance(value, list) else value

    def until(self, condition):
        """Drains events until the condition holds for them."""
        while True:
            self.drain()
            if condition(self.events):
                return self.events
            if not select.select([self.channel], [], [], PATIENCE_S)[0]:
                raise TimeoutError("the condition is not met by %r" % self.events)

    def finish(self, gates=()):
        waiting = dict(gates)
        while True:
            self.drain()
            for name in [name for name in waiting if waiting[name](self.events)]:
                self.open_gate(name)
                del waiting[name]
            readable = select.select([self.channel, self.kit.adapter.stdout], [], [], PATIENCE_S)[0]
            if self.kit.adapter.stdout in readable:
                reply = self.kit.receive()
                self.drain()
                return Result(reply, self.events)
            if not readable:
                raise TimeoutError("the run does not end: %r %s" % (self.events, self.kit.stderr()))


def happened(kind, name, count=1):
    """The condition that `count` events of this kind, label or gate have come."""
    return lambda events: sum(
        e["event"] == kind and name in (e.get("label"), e.get("gate")) for e in events
    ) >= count


CALM = {"threads": 0, "tasks": 0, "processes": 0}


class AdapterTest(unittest.TestCase):
    def setUp(self):
        self.kit = self.enter(Kit())

    def enter(self, manager):
        self.addCleanup(manager.__exit__, None, None, None)
        return manager.__enter__()

    def run_done(self, text, gates=None, **options):
        result = self.kit.run(text, gates, **options)
        self.assertEqual(
            (result.reply["op"], result.reply.get("error")),
            ("done", None),
            (result.reply, self.kit.stderr()),
        )
        return result

    def both(self, text, check, **options):
        """In the adapter's own process and in a child of it."""
        for isolate in (False, True):
            with self.subTest(isolate=isolate):
                check(self.run_done(text, isolate=isolate, **options))
