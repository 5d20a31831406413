"""The adapter over its pipes, with the interpreter that runs this test (or TOUCHSTONE_PYTHON)."""

import sys
import unittest

from driver import CALM, AdapterTest, Kit

class Hello(AdapterTest):
    def test_says_who_it_is(self):
        hello = self.kit.hello()
        self.assertEqual(
            (hello["op"], hello["protocol"], hello["language"]), ("hello", 1, "python")
        )
        self.assertEqual(hello["name"], sys.implementation.name)
        self.assertIn("generators.sync", hello["capabilities"])
        self.assertEqual(len(hello["capabilities"]), len(set(hello["capabilities"])))

    def test_refuses_another_protocol(self):
        self.assertEqual(self.kit.ask({"op": "hello", "protocol": 2})["op"], "error")

    def test_ends_at_stop_and_at_the_end_of_requests(self):
        self.assertIsNone(self.kit.ask({"op": "stop"}))
        self.assertEqual(self.kit.adapter.wait(), 0)
        other = self.enter(Kit())
        other.adapter.stdin.close()
        self.assertEqual(other.adapter.wait(), 0)

    def test_bad_lines_are_answered_and_do_no_harm(self):
        for line in (
            b"no json\n",
            b"\xff\xfe\n",
            b"[1]\n",
            b'{"op":"dance"}\n',
            b"{}\n",
            b"[" * 100000 + b"\n",
        ):
            self.assertEqual(self.kit.ask(line)["op"], "error", line[:20])
        self.assertEqual(self.kit.hello()["op"], "hello")

    def test_a_tree_that_is_none_is_an_error(self):
        for tree in (
            {"node": "Import"},
            {"node": "Module"},
            {"node": "Module", "body": [{"node": "Pass"}, {"node": "Return"}]},
        ):
            with self.kit.begin("pass", scenario=tree) as flight:
                self.assertEqual(flight.finish().reply["op"], "error", tree)


class Observations(AdapterTest):
    def test_record_notes_begin_and_end_around_the_expression(self):
        def check(result):
            self.assertEqual(
                result.story(),
                [
                    ("log", "label"),
                    ("begin", "a"),
                    ("log", "inside"),
                    ("end", "a"),
                    ("log", "after"),
                ],
            )
            self.assertEqual(result.values("a"), [7])
            begin, end = result.of("begin")[0], result.of("end")[0]
            self.assertEqual(
                (begin["op"], begin["form"], begin["act"]), (end["op"], "record", end["act"])
            )
            self.assertEqual(result.logs("after"), [[7]])
            self.assertLessEqual(begin["t"], end["t"])

        self.both(
            """
            def label(name):
                log("label")
                return name
            def inside():
                log("inside")
                return 7
            x = record(label("a"), inside())
            log("after", x)
            """,
            check,
        )

    def test_record_lets_errors_through_and_attempt_does_not(self):
        result = self.run_done(
            """
            try:
                record("r", 1 // 0)
            except ZeroDivisionError:
                log("caught")
            x = attempt("a", [][1])
            def f():
                return attempt("b", {}["k"])
            log("went on", x, f(), [attempt("c", int("x"))])
            """
        )
        self.assertEqual(
            [result.errors(label)[0]["type"] for label in "rabc"],
            ["ZeroDivisionError", "IndexError", "KeyError", "ValueError"],
        )
        self.assertEqual(
            result.errors("b")[0]["bases"],
            ["KeyError", "LookupError", "Exception", "BaseException", "object"],
        )
        self.assertEqual(result.errors("b")[0]["args"], ["k"])
        self.assertEqual(result.logs("went on"), [[None, None, [None]]])
        self.assertEqual(len(result.logs("caught")), 1)

    def test_attempt_lets_through_what_ends_a_program(self):
        for error in ("SystemExit", "KeyboardInterrupt", "GeneratorExit"):
            for text in (
                "attempt('a', stop())",
                "x = [attempt('a', stop())]",
                "with attempt('a'):\n    stop()",
            ):
                result = self.kit.run("def stop():\n    raise %s(3)\n%s" % (error, text))
                self.assertEqual(
                    (result.reply["op"], result.reply["error"]["type"]), ("raised", error)
                )
                self.assertEqual(result.errors("a")[0]["args"], [3])

    def test_blocks(self):
        result = self.run_done(
            """
            with record("whole"):
                log("in")
            with attempt("failing"):
                raise KeyError(1)
            """
        )
        self.assertEqual(result.story()[:3], [("begin", "whole"), ("log", "in"), ("end", "whole")])
        self.assertEqual(
            (result.values("whole"), result.errors("failing")[0]["type"]), ([None], "KeyError")
        )

    def test_errors_of_the_assignment_belong_to_nobody(self):
        result = self.run_done(
            """
            class Picky:
                @property
                def x(self):
                    return 1
                @x.setter
                def x(self, value):
                    raise LookupError(value)
            p = Picky()
            try:
                p.x = attempt("a", 5)
            except LookupError:
                log("outside")
            """
        )
        self.assertEqual(
            (result.values("a"), result.errors("a"), len(result.logs("outside"))), ([5], [], 1)
        )

    def test_no_temporary_outlives_its_statement(self):
        result = self.run_done(
            """
            class Token:
                def __del__(self):
                    log("gone")
            record("t", Token())
            gc.collect()
            log("after expression")
            def f():
                record("u", Token())
                gc.collect()
                log("after function")
                x = record("v", Token())
                x = None
                gc.collect()
                log("after name")
            f()
            """
        )
        labels = [label for kind, label in result.story() if kind == "log"]
        self.assertEqual(
            labels, ["gone", "after expression", "gone", "after function", "gone", "after name"]
        )

    def test_await_and_yield_inside(self):
        def check(result):
            self.assertEqual(
                (result.values("y"), result.values("z"), result.values("w")), ([10], [11], ["done"])
            )

        self.both(
            """
            def g():
                x = record("y", (yield 1))
                record("z", (yield x))
                return 3
            it = g()
            it.send(None)
            it.send(10)
            attempt("end", it.send(11))
            async def job():
                return "done"
            async def run():
                return record("w", await job())
            attempt("drive", run().send(None))
            """,
            check,
        )

    def test_cancellation_is_noted_and_swallowed_by_attempt_only(self):
        result = self.run_done(
            """
            async def victim(form):
                if form == "record":
                    record("r", await asyncio.sleep(100))
                else:
                    attempt("a", await asyncio.sleep(100))
                    log("survived")
            async def top():
                for form in ["record", "attempt"]:
                    t = asyncio.create_task(victim(form))
                    await asyncio.sleep(1)
                    t.cancel()
                    attempt("await " + form, await t)
            asyncio.run(top())
            """,
            clock="virtual",
            isolate=False,
        )
        for label in ("r", "a", "await record"):
            self.assertEqual(result.errors(label)[0]["type"], "CancelledError")
        self.assertEqual(
            (result.values("await attempt"), len(result.logs("survived"))), ([None], 1)
        )

    def test_super_works_in_an_expression_position(self):
        result = self.run_done(
            """
            class A:
                def f(self):
                    return 1
            class B(A):
                def f(self):
                    return [record("s", super().f()), record("own", self is b)]
            b = B()
            b.f()
            """
        )
        self.assertEqual((result.values("s"), result.values("own")), ([1], [True]))

    def test_labels_are_text(self):
        for label in ("1", "'\U0001F600' * 100"):
            result = self.kit.run("record(%s, 2)" % label)
            self.assertEqual(result.reply["error"]["type"], "ValueError")
        self.assertEqual(
            self.run_done("record('a\\ud800\\n\"', 2)").of("end")[0]["label"], 'a\\ud800\n"'
        )


class Texts(AdapterTest):
    """A scenario that comes as text."""

    def test_it_runs_as_its_tree_does(self):
        text = """
log("root", math.sqrt(4.0))
async def wait():
    await asyncio.sleep(7)
    with concurrent.futures.ThreadPoolExecutor(1) as pool:
        log("future", kind(pool.submit(int)))
asyncio.run(wait())
"""
        for scenario in ({}, {"scenario": text}):
            result = self.run_done(text, clock="virtual", isolate=False, **scenario)
            self.assertEqual(result.logs("root"), [[{"float": "2.0"}]])
            self.assertEqual(result.logs("future"), [["future"]])
            self.assertEqual([event["v"] for event in result.of("log")], [0.0, 7])

    def test_what_it_says_is_no_module(self):
        text = "log('aiohttp', 'websockets')\nx = 1\nlog('there', 'flask' in globals())"
        result = self.run_done(text, scenario=text)
        self.assertEqual(result.logs("there"), [[False]])

    def test_a_text_that_is_none_is_an_error(self):
        reply = self.kit.run("", scenario="log(").reply
        self.assertEqual(reply["op"], "error")
        self.assertIn("SyntaxError", reply["message"])
        self.run_done("log('a')")


class Language(AdapterTest):
    def test_every_statement_and_expression(self):
        result = self.run_done(
            """
            def f(a, b=2, *rest, c, d=4, **more):
                global counter
                counter = a
                return [a, b, rest, c, d, more]
            class Base(abc.ABC):
                kind_of = "base"
                @abc.abstractmethod
                def name(self):
                    pass
            class C(Base, metaclass=abc.ABCMeta):
                def name(self):
                    return self.kind_of
                @staticmethod
                def s(x):
                    return x
                @classmethod
                def make(cls):
                    return cls()
            log("call", f(1, *[5, 6], c=3, **{"e": 7}), counter, C.make().name(), C.s(1))
            a, (b, *c) = 1, (2, 3, 4)
            x = [0, 1, 2, 3, 4, 5]
            x[0] += 10
            del x[1]
            log("data", a, b, c, x, x[1:4], x[::2], x[-1])
            log("displays", {**{"k": 1}, "l": 2}, {1, 2}, (1,), not a)
            products = [i * j for i in range(3) for j in range(i) if i]
            log("comprehend", products, {i: -i for i in range(2)}, sum(i for i in range(4)))
            log("text", f"{a!r:>3}{b}" + "s" * 2)
            log("operators", 1 < 2 <= 2 is not None, 3 if a else 4, a and b or c, 7 // 2 ** 1, ~1)
            i = 0
            while True:
                i += 1
                if i == 2:
                    continue
                elif i > 3:
                    break
            else:
                log("never")
            for j in range(2):
                pass
            else:
                log("loop", i, j)
            def outer():
                n = 1
                def inner():
                    nonlocal n
                    n += 1
                    return n
                yield from [inner(), inner()]
            log("nested", list(outer()))
            try:
                assert a == 2, "message"
            except (AssertionError, KeyError) as e:
                log("assert", e)
            else:
                log("never")
            finally:
                log("finally")
            try:
                raise KeyError(1) from ValueError(2)
            except KeyError as e:
                log("chain", e)
            """
        )
        self.assertEqual(
            result.logs("call"),
            [[[1, 5, {"tuple": [6]}, 3, 4, {"dict": [["e", 7]]}], 1, "base", 1]],
        )
        data = [1, 2, [3, 4], [10, 2, 3, 4, 5], [2, 3, 4], [10, 3, 5], 5]
        self.assertEqual(result.logs("data"), [data])
        displays = [{"dict": [["k", 1], ["l", 2]]}, {"set": [1, 2]}, {"tuple": [1]}, False]
        self.assertEqual(result.logs("displays"), [displays])
        self.assertEqual(result.logs("comprehend"), [[[0, 0, 2], {"dict": [[0, 0], [1, -1]]}, 6]])
        self.assertEqual(result.logs("text"), [["  12ss"]])
        self.assertEqual(result.logs("operators"), [[True, 3, 2, 3, -2]])
        self.assertEqual(
            (result.logs("loop"), result.logs("nested"), result.logs("never")),
            ([[4, 1]], [[[2, 3]]], []),
        )
        self.assertEqual(result.logs("chain")[0][0]["error"]["cause"]["args"], [2])
        self.assertEqual(result.logs("assert")[0][0]["error"]["args"], ["message"])

    def test_extended_slices(self):
        text = """
            class M:
                def __getitem__(self, key):
                    return kind(key), key == (slice(1, 2), 3)
            log("s", M()[1:2, 3], M()[1, 2])
            """
        self.assertEqual(
            self.run_done(text).logs("s"),
            [[{"tuple": ["tuple", True]}, {"tuple": ["tuple", False]}]],
        )

    def test_parameters_are_names(self):
        values = {
            "depth": 5,
            "big": {"int": "-0x20000000000001"},
            "data": {"dict": [[1, {"tuple": [{"bytes": "00ff"}]}]]},
        }
        result = self.run_done(
            "log('p', depth, big, data, f)", parameters=dict(values, f={"float": "-0.0"})
        )
        self.assertEqual(result.logs("p"), [[5, values["big"], values["data"], {"float": "-0.0"}]])

    def test_main_runs_once_and_after_the_top_level(self):
        self.both(
            "log('top')\ndef main():\n    log('main', __name__)",
            lambda r: self.assertEqual(r.logs("main"), [["__main__"]]),
        )

    def test_an_error_of_the_scenario_is_an_observation(self):
        for isolate in (False, True):
            result = self.kit.run("log('before')\nraise KeyError('k')", isolate=isolate)
            self.assertEqual(
                (result.reply["op"], result.reply["error"]["type"], result.reply["left"]),
                ("raised", "KeyError", CALM),
            )
        self.assertEqual(self.run_done("log('next')").logs("next"), [[]])

    def test_a_missing_library_is_unsupported(self):
        if "http.async" in self.kit.hello()["capabilities"]:
            self.skipTest("aiohttp is installed")
        reply = self.kit.run("log('x', aiohttp.web)").reply
        self.assertEqual((reply["op"], reply["capability"]), ("unsupported", "http.async"))

    def test_what_a_module_gives_is_claimed_where_it_is_there(self):
        self.assertIn("process.usage", self.kit.hello()["capabilities"])
        used = "resource.getrusage(resource.RUSAGE_SELF).ru_nvcsw >= 0"
        self.assertEqual(self.run_done("log('used', %s)" % used).logs("used"), [[True]])

    def test_submodules_are_reached(self):
        self.run_done(
            """
            log("m", kind(concurrent.futures.ThreadPoolExecutor), os.path.sep)
            log("m", kind(multiprocessing.managers.BaseManager))
            """
        )

    def test_the_scenario_is_on_the_main_thread(self):
        self.both(
            "log('t', threading.current_thread() is threading.main_thread())",
            lambda r: self.assertEqual(r.logs("t"), [[True]]),
        )

    def test_compiles(self):
        result = self.run_done("log('c', compiles('x = 1'))\nattempt('bad', compiles('x ='))")
        self.assertEqual(
            (result.logs("c"), result.errors("bad")[0]["type"]), ([[True]], "SyntaxError")
        )


if __name__ == "__main__":
    unittest.main()
