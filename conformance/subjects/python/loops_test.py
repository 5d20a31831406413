"""Loops of another module in the place of asyncio's."""

import os
import tempfile
import unittest

from driver import AdapterTest, Kit

MODULE = """
import asyncio

__version__ = "1.2"


class OtherLoop(asyncio.SelectorEventLoop):
    pass


class EventLoopPolicy(asyncio.DefaultEventLoopPolicy):
    def new_event_loop(self):
        return OtherLoop()
"""


class LoopsTest(AdapterTest):
    def setUp(self):
        folder = self.enter(tempfile.TemporaryDirectory())
        with open(os.path.join(folder, "other_loops.py"), "w") as file:
            file.write(MODULE)
        self.kit = self.enter(Kit(TOUCHSTONE_EVENT_LOOP="other_loops", PYTHONPATH=folder))

    def test_every_process_has_them(self):
        text = """
            async def ask():
                log("loop", kind(asyncio.get_running_loop()))
            def child():
                asyncio.run(ask())
            def main():
                child()
                program(child)
                p = multiprocessing.get_context("spawn").Process(target=child)
                p.start()
                p.join()
            """
        self.assertEqual(self.run_done(text).logs("loop"), [["OtherLoop"]] * 3)

    def test_runs_in_the_adapter_s_own_process_have_them(self):
        text = """
            loop = asyncio.new_event_loop()
            log("loop", kind(loop))
            loop.close()
            """
        for _ in range(2):
            logs = self.run_done(text, isolate=False).logs("loop")
            self.assertEqual(logs, [["OtherLoop"]])

    def test_the_hello_tells_of_them_and_claims_no_virtual_clock(self):
        hello = self.kit.hello()
        self.assertEqual(hello["name"], "other_loops")
        self.assertTrue(hello["version"].startswith("1.2 on "), hello["version"])
        self.assertIn("asyncio.run", hello["capabilities"])
        self.assertNotIn("clock.virtual", hello["capabilities"])


if __name__ == "__main__":
    unittest.main()
