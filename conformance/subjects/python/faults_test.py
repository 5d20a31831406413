"""The folder of monkeypatches: each has a header, each fault shows in a scenario, each lawful one
does not."""

import glob
import os
import re
import unittest

from driver import AdapterTest, Kit

CONFORMANCE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
FILES = sorted(glob.glob(os.path.join(CONFORMANCE, "faults", "python", "*.py")))
HEADER = re.compile(r"(# what: .+\n)(?:# kills: (.+)\n)?# kind: (fault|lawful)\n\n")

# Uses everything that a patch may change; what it logs is the same wherever the language is whole.
TEXT = """
def step(x):
    log("step", x)
    return [1, None, x // (x - 2)][x % 3]
def taken(label, iterator):
    for _ in range(5):
        attempt(label, next(iterator))
source = [3, 1]
m = attempt("create", map(step, source))
source.append(2)
taken("map", m)
rest = iter([7, 8, 9])
attempt("lengths", list(map(lambda a, b: a, [1], rest)))
log("rest", list(rest))
attempt("none", list(map(None, [1])))
attempt("scalar", map(step, 5))
for numbers in [[], [3], [3, 4, 5], [2 ** 40, 2 ** 40]]:
    attempt("minus", functools.reduce(lambda a, b: a - b, numbers))
    attempt("times", functools.reduce(lambda a, b: a * b, numbers, 2))
    attempt("pairs", functools.reduce(lambda a, b: [a, b], numbers, None))
    attempt("fails", functools.reduce(lambda a, b: a // (b - 4), numbers))
attempt("bare", reduce)
attempt("unknown", "x".encode("no-such-charset"))
attempt("gbk", "\u4e16".encode("gbk"))
with open("f", "w") as f:
    attempt("text file", f.write(b"x"))
with open("f", "wb") as f:
    attempt("binary file", f.write("x"))
class Shape(abc.ABC):
    @abc.abstractmethod
    def area(self):
        pass
    @abc.abstractmethod
    def name(self):
        pass
class Named(Shape):
    def name(self):
        return 1
class Square(Named):
    def area(self):
        return 1
class Late(Shape):
    pass
class Marked(Shape):
    name = 1
    area = 2
Late.area = Late.name = lambda self: 1
class Plain:
    pass
for c in [Shape, Named, Square, Late, Marked]:
    attempt("new", kind(c()))
attempt("register", kind(Shape.register(Plain)))
class Methods:
    @classmethod
    def c(cls):
        return cls.__name__
    @staticmethod
    def s(*arguments):
        return len(arguments)
class Sub(Methods):
    pass
for x in [Methods, Sub, Methods(), Sub()]:
    attempt("c", x.c())
    attempt("s", x.s(1))
log("plain", Methods.s is Methods.s)
def g():
    log("state", inspect.getgeneratorstate(it))
    yield 1
    yield 0
    yield 5
it = g()
next(it)
log("state", inspect.getgeneratorstate(it))
for _ in range(3):
    attempt("default", next(it, 9))
attempt("end", next(it))
async def sleeper(n):
    for _ in range(2):
        await asyncio.sleep(n)
        log("woke", n)
async def top():
    await asyncio.gather(sleeper(3), sleeper(2))
asyncio.run(top())
"""


def type_of(event):
    return event.get("error", {}).get("type")


def story(result):
    return [
        (event.get("label"), event.get("value"), type_of(event), event.get("values"))
        for event in result.of("end") + result.of("log")
    ]


def header_of(path):
    with open(path, encoding="utf-8") as file:
        return HEADER.match(file.read())


class FaultsTest(AdapterTest):
    def test_headers(self):
        for path in FILES:
            header = header_of(path)
            self.assertTrue(header, path)
            self.assertEqual(header.group(3) == "fault", header.group(2) is not None, path)

    def test_claims_exist(self):
        try:
            import tomllib
        except ImportError:
            self.skipTest("tomllib came with 3.11")
        known = set()
        for path in glob.glob(os.path.join(CONFORMANCE, "..", "spec", "*.toml")):
            with open(path, "rb") as file:
                known |= {claim["id"] for claim in tomllib.load(file).get("claim", [])}
        for path in FILES:
            kills = header_of(path).group(2)
            self.assertLessEqual(set(kills.split(", ") if kills else ()), known, path)

    def test_a_fault_shows_and_a_lawful_one_does_not(self):
        whole = story(self.run_done(TEXT, clock="virtual"))
        for path in FILES:
            with self.subTest(os.path.basename(path)), Kit(TOUCHSTONE_FAULT=path) as kit:
                result = kit.run(TEXT, clock="virtual")
                self.assertEqual(result.reply["op"], "done", result.reply)
                is_lawful = header_of(path).group(3) == "lawful"
                (self.assertEqual if is_lawful else self.assertNotEqual)(story(result), whole)

    def test_a_fault_reaches_every_process(self):
        path = os.path.join(CONFORMANCE, "faults", "python", "map_none_is_identity.py")
        text = """
            def child():
                log("map", list(map(None, [1])))
            def main():
                child()
                program(child)
                p = multiprocessing.get_context("spawn").Process(target=child)
                p.start()
                p.join()
            """
        with Kit(TOUCHSTONE_FAULT=path) as kit:
            self.assertEqual(kit.run(text).logs("map"), [[[1]]] * 3)


if __name__ == "__main__":
    unittest.main()
