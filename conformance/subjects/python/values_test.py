"""How the adapter puts values on the wire."""

import unittest

from driver import AdapterTest


class Values(AdapterTest):
    def test_data(self):
        pairs = [
            (
                "None, True, 0, -1, 1.5, 'x', '\\x00é\\U0001F600', [1, [2]]",
                [None, True, 0, -1, 1.5, "x", "\0é\U0001F600", [1, [2]]],
            ),
            ("2**53, -2**53, 2**53 + 1", [2**53, -(2**53), {"int": "0x20000000000001"}]),
            (
                "3.0, -0.0, 1e300 * 1e10, float('nan'), 0.1",
                [{"float": f} for f in ("3.0", "-0.0", "inf", "nan")] + [0.1],
            ),
            ("'a\\ud800'", [{"text": [97, 0xD800]}]),
            ("b'\\x00\\xff', (1,), {'b', 'a'}, frozenset([2, 1]), {2: 1, 1: 2}",
             [
                 {"bytes": "00ff"},
                 {"tuple": [1]},
                 {"set": ["a", "b"]},
                 {"frozenset": [1, 2]},
                 {"dict": [[2, 1], [1, 2]]},
             ]),
            (
                "collections.OrderedDict(a=1), sys.float_info[1:2], signal.SIGINT",
                [{"dict": [["a", 1]]}, {"tuple": [1024]}, 2],
            ),
        ]  # fmt: skip
        for text, expected in pairs:
            with self.subTest(text):
                self.assertEqual(
                    self.run_done("log('v', %s)" % text, isolate=False).logs("v"), [expected]
                )

    def test_huge_integers(self):
        value = self.run_done("log('v', 10**5000)").logs("v")[0][0]
        self.assertEqual(int(value["int"], 16), 10**5000)

    def test_cycles_end(self):
        result = self.run_done("x = []\nx.append(x)\nlog('v', x)\nrecord('r', x)")
        for value in (result.logs("v")[0], result.values("r")[0]):
            depth = 0
            while isinstance(value, list):
                value, depth = value[0], depth + 1
            self.assertEqual((value, depth), ({"deep": True}, 21))

    def test_long_values_stand_in_files(self):
        result = self.run_done(
            """
            record("long", "x" * 10000)
            log("many", *range(5000))
            log("one", 1, "y" * 5000)
            attempt("e", {}["z" * 9000])
            record("many errors", [KeyError(n) for n in range(99)])
            """
        )
        self.assertEqual(result.values("long"), ["x" * 10000])
        self.assertEqual(result.logs("many"), [list(range(5000))])
        self.assertEqual(result.logs("one"), [[1, "y" * 5000]])
        self.assertEqual(result.errors("e")[0]["args"], ["z" * 9000])
        self.assertEqual(result.values("many errors")[0][98]["error"]["args"], [98])

    def test_objects_have_ordinals_and_are_not_kept(self):
        result = self.run_done(
            """
            class P:
                def __del__(self):
                    log("dead")
            a = P()
            record("a", a)
            log("same", a, P, len)
            del a
            gc.collect()
            b = P()
            log("b", b)
            """
        )
        (a,), ((same, cls, length),) = result.values("a"), result.logs("same")
        ((b,),) = result.logs("b")
        self.assertEqual((a["object"], a), ("P", same))
        self.assertEqual((cls["object"], cls["name"], length["object"]), ("type", "P", "builtin"))
        self.assertNotEqual(a["ref"], b["ref"])
        self.assertEqual(
            [kind for kind in result.story() if kind[0] == "log"][:2],
            [("log", "same"), ("log", "dead")],
        )

    def test_kinds(self):
        result = self.run_done(
            """
            class C:
                def m(self):
                    pass
                @staticmethod
                def s():
                    pass
            def g():
                yield
            async def c():
                pass
            async def ag():
                yield
            coroutine = c()
            log("k", [kind(x) for x in [None, True, 1, 1.5, "", b"", [], (), {}, set()]])
            log("i", [kind(x) for x in [map(len, []), range(1), g(), ag(), coroutine]])
            log("f", [kind(x) for x in [g, c, C.s, lambda: 0, C().m]])
            log("n", [kind(x) for x in [len, [].append, str.join, "".join]])
            log("o", [kind(x) for x in [C, C(), os, ValueError()]])
            coroutine.close()
            async def top():
                t = asyncio.create_task(c())
                log("t", kind(t), kind(asyncio.get_running_loop().create_future()))
                await t
            asyncio.run(top())
            log("cf", kind(concurrent.futures.Future()))
            """
        )
        names = "none bool int float str bytes list tuple dict set".split()
        self.assertEqual(result.logs("k"), [[names]])
        names = "map range generator async_generator coroutine".split()
        self.assertEqual(result.logs("i")[0][0], names)
        self.assertEqual(result.logs("f")[0][0], ["function"] * 4 + ["method"])
        self.assertEqual(result.logs("n")[0][0], ["builtin"] * 4)
        self.assertEqual(result.logs("o")[0][0], "type C module ValueError".split())
        self.assertEqual(
            (result.logs("t"), result.logs("cf")), ([["task", "future"]], [["future"]])
        )

    def test_errors(self):
        result = self.run_done(
            """
            def f():
                try:
                    raise KeyError(1)
                except KeyError as e:
                    raise OSError(2, "no") from e
            attempt("e", f())
            """
        )
        error = result.errors("e")[0]
        self.assertEqual(
            (error["type"], error["errno"], error["cause"]["type"]),
            ("FileNotFoundError", 2, "KeyError"),
        )
        self.assertIn("OSError", error["bases"])

    def test_groups(self):
        if self.run_done("attempt('e', ExceptionGroup)").errors("e"):
            self.skipTest("groups came with 3.11")
        text = """
            def f():
                raise ExceptionGroup("g", [KeyError(1), OSError()])
            attempt("e", f())
            """
        error = self.run_done(text).errors("e")[0]
        self.assertEqual([member["type"] for member in error["members"]], ["KeyError", "OSError"])


if __name__ == "__main__":
    unittest.main()
