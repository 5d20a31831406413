"""The protocol's schema and its worked exchange: every line fits the schema, and this adapter
behaves as the exchange says."""

import json
import os
import unittest

from adapter import MODULES
from driver import AdapterTest, Flight

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
HOSTS = ("name", "version", "os", "forks", "capabilities")  # what a hello says of its host


def read(name):
    with open(os.path.join(FOLDER, name), encoding="utf-8") as file:
        return file.read()


EXCHANGE = [json.loads(line) for line in read("protocol-exchange.jsonl").splitlines()]
SCHEMA = json.loads(read("protocol.schema.json"))


def kind_of(entry):
    return "event" if "event" in entry else "request" if "to" in entry else "reply"


class SchemaTest(unittest.TestCase):
    def setUp(self):
        try:
            from jsonschema import Draft202012Validator
        except ImportError:
            self.skipTest("python3-jsonschema is not installed")
        Draft202012Validator.check_schema(SCHEMA)
        self.validators = {
            name: Draft202012Validator(dict(body, **{"$defs": SCHEMA["$defs"]}))
            for name, body in SCHEMA["$defs"].items()
        }

    def test_the_exchange_fits(self):
        for entry in EXCHANGE:
            self.validators[kind_of(entry)].validate(entry["line"])

    def test_what_is_wrong_does_not_fit(self):
        head = {"run": "1", "act": [1, 1, 0], "tid": 1, "t": 0}
        wrong = {
            "value": [
                2**53 + 1,
                {"int": "12"},
                {"float": 3.0},
                {"bytes": "0"},
                {"object": "C"},
                {"tuple": [], "set": []},
                {"deep": False},
            ],
            "error": [{}, {"type": "E", "bases": [], "args": []}, {"type": "E", "bases": ["E"]}],
            "reply": [
                {"op": "done", "id": "1"},
                {"op": "done", "id": 1, "left": {"threads": 0, "tasks": 0, "processes": 0}},
                {"op": "ok"},
            ],
            "request": [{"op": "hello", "protocol": 2}, {"op": "run", "id": "1"}],
            "event": [
                dict(head, event="end", label="a", op=[1, 1]),
                dict(head, event="log", label="a"),
                dict(head, event="other"),
            ],
            "statement": [{"node": "Import", "names": []}, {"node": "Assign", "targets": []}],
            "expression": [
                {"node": "Name", "id": "x", "ctx": "Load"},
                {"node": "BinOp", "left": {"node": "Name", "id": "x"}},
            ],
        }
        for name, bodies in wrong.items():
            for body in bodies:
                self.assertFalse(self.validators[name].is_valid(body), (name, body))


class VocabularyTest(AdapterTest):
    def test_modules_and_capabilities_are_the_specification_s(self):
        try:
            import tomllib
        except ImportError:
            self.skipTest("tomllib came with 3.11")
        vocabulary = tomllib.loads(read("../spec/capabilities.toml"))
        self.assertEqual(MODULES, set(vocabulary["modules"]))
        known = {capability["name"] for capability in vocabulary["capability"]}
        self.assertLessEqual(set(self.kit.hello()["capabilities"]), known)


def normalised(events):
    """Events by activity, without times, with the order of their appearance for pids."""
    seen, activities = {}, {}
    for event in events:
        pid, thread, task = event["act"]
        body = {name: value for name, value in event.items() if name not in ("t", "tid", "act")}
        if "op" in body:
            body["op"] = body["op"][1]
        activities.setdefault((seen.setdefault(pid, len(seen)), thread, task), []).append(body)
    return activities


class ReplayTest(AdapterTest):
    def test_the_exchange_happens_again(self):
        expected = []
        for entry in EXCHANGE:
            if "to" in entry:
                request, expected = entry["line"], []
            elif "event" in entry:
                expected.append(entry["line"])
            else:
                self.compare(request, expected, entry["line"])
        self.assertEqual(request, {"op": "stop"})
        self.assertIsNone(self.kit.ask(request))
        self.assertEqual(self.kit.adapter.wait(), 0)

    def compare(self, request, expected, reply):
        if request["op"] == "hello":
            answer, events = self.kit.ask(request), []
            self.assertEqual(list(answer), list(reply))
            reply = dict(reply, **{name: answer[name] for name in HOSTS})
        else:
            answer, events = self.run_again(request)
        if reply["op"] == "error":
            reply = dict(reply, message=answer.get("message"))
        self.assertEqual(answer, reply)
        self.assertEqual(normalised(events), normalised(expected))

    def run_again(self, request):
        gates = {"g": lambda events: any(event["event"] == "reached" for event in events)}
        with Flight(
            self.kit,
            request["id"],
            "",
            dict(request, dir=os.path.join(self.kit.folder, request["id"])),
        ) as flight:
            result = flight.finish(gates)
        return result.reply, result.events


if __name__ == "__main__":
    unittest.main()
