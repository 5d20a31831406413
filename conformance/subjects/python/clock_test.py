"""The virtual clock of asyncio."""

import os
import tempfile
import unittest

from driver import CALM, AdapterTest, Kit


class VirtualTime(AdapterTest):
    def test_times_are_exact(self):
        result = self.run_done(
            """
            async def top():
                loop = asyncio.get_running_loop()
                for delay in [0.125, 0.25, 3600, 365 * 86400.0, 2.0 ** -20, 400 * 86400.0]:
                    await asyncio.sleep(delay)
                    log("now", loop.time())
                await asyncio.gather(asyncio.sleep(1), asyncio.sleep(2))
                log("end", loop.time() - 765 * 86400)
            asyncio.run(top())
            """,
            clock="virtual",
            isolate=False,
        )
        base = 0.375 + 3600 + 365 * 86400
        expected = [0.125, 0.375, 3600.375, base, base + 2.0**-20, base + 2.0**-20 + 400 * 86400]
        self.assertEqual(
            [float(v[0]["float"] if isinstance(v[0], dict) else v[0]) for v in result.logs("now")],
            expected,
        )
        self.assertEqual(result.of("log", "now")[1]["v"], 0.375)

    def test_a_deadlock_is_stuck_and_cancelled(self):
        result = self.kit.run(
            """
            async def wait(lock):
                async with lock:
                    record("never", await asyncio.Event().wait())
            async def top():
                lock = asyncio.Lock()
                await asyncio.gather(wait(lock), wait(lock))
            asyncio.run(top())
            """,
            clock="virtual",
            isolate=False,
        )
        self.assertEqual(
            (len(result.of("stuck")), result.reply["op"], result.reply["error"]["type"]),
            (1, "raised", "CancelledError"),
        )
        self.assertEqual(result.errors("never")[0]["type"], "CancelledError")
        self.assertEqual(result.reply["left"], CALM)

    def test_a_loop_without_tasks_does_not_wait_for_ever(self):
        result = self.kit.run(
            "loop = asyncio.new_event_loop()\nloop.run_forever()", clock="virtual"
        )
        self.assertEqual(
            (result.reply["error"]["type"], len(result.of("stuck"))), ("RuntimeError", 1)
        )

    def test_who_swallows_every_cancellation_is_given_up(self):
        text = """
            async def top():
                while True:
                    attempt("w", await asyncio.Event().wait())
            asyncio.run(top())
            """
        reply = self.kit.run(text, clock="virtual").reply
        self.assertEqual(reply["error"]["type"], "RuntimeError")

    def test_work_outside_holds_the_clock(self):
        text = """
            async def top():
                loop = asyncio.get_running_loop()
                await asyncio.wait_for(loop.run_in_executor(None, time.sleep, 0.01), 1)
                log("now", loop.time())
            asyncio.run(top())
            """
        self.assertEqual(self.run_done(text, clock="virtual").logs("now"), [[{"float": "0.0"}]])

    def test_loops_of_another_library_have_none(self):
        folder = self.enter(tempfile.TemporaryDirectory())
        with open(os.path.join(folder, "other_loops.py"), "w") as module:
            module.write("from asyncio import DefaultEventLoopPolicy as EventLoopPolicy\n")
        kit = self.enter(Kit(PYTHONPATH=folder, TOUCHSTONE_EVENT_LOOP="other_loops"))
        self.assertNotIn("clock.virtual", kit.hello()["capabilities"])
        for isolate in (False, True):
            reply = kit.run("asyncio.run(asyncio.sleep(0))", clock="virtual", isolate=isolate).reply
            self.assertEqual((reply["op"], reply.get("capability")), ("unsupported", "clock.virtual"), reply)

    def test_the_real_clock_is_back_afterwards(self):
        self.run_done("asyncio.run(asyncio.sleep(1000))", clock="virtual", isolate=False)
        result = self.run_done(
            """
            async def top():
                log("t", asyncio.get_running_loop().time() > 1)
            asyncio.run(top())
            """,
            isolate=False,
        )
        self.assertEqual((result.logs("t"), "v" in result.of("log")[0]), ([[True]], False))


if __name__ == "__main__":
    unittest.main()
