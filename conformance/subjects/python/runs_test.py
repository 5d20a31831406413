"""Gates, activities, and processes of every kind."""

import os
import unittest

from driver import AdapterTest, happened


class Gates(AdapterTest):
    def test_a_gate_stops_until_it_is_opened(self):
        text = """
            def wait(name):
                gate(name)
                log("through", name)
            names = ["a", "b/ä"]
            threads = [threading.Thread(target=wait, args=(n,), name="waiter " + n) for n in names]
            [t.start() for t in threads]
            [t.join() for t in threads]
            """
        result = self.run_done(
            text, {"a": happened("reached", "a"), "b/ä": happened("log", "through")}
        )
        self.assertEqual([event["gate"] for event in result.of("passed")], ["a", "b/ä"])
        self.assertEqual([values[0] for values in result.logs("through")][1], "b/ä")
        self.assertEqual({event["name"] for event in result.of("name")}, {"waiter a", "waiter b/ä"})
        self.assertEqual(len({tuple(event["act"]) for event in result.of("reached")}), 2)

    def test_a_gate_opened_before_stops_nobody(self):
        self.run_done("gate('early')", {"early": lambda events: True}, isolate=False)

    def test_a_gate_is_a_latch(self):
        text = "gate('g')\nattempt('again', gate('g'))"
        result = self.run_done(text, {"g": lambda events: True})
        self.assertEqual(result.errors("again")[0]["type"], "RuntimeError")
        self.assertEqual(len(result.of("reached")), 1)
        self.assertEqual(
            self.run_done(text, {"g": lambda events: True}, latches=["g"]).errors("again"), []
        )

    def test_gate_async_stops_one_task_and_takes_no_worker(self):
        text = """
            async def waiter():
                await gate_async("g")
                log("through")
            async def top():
                t = asyncio.create_task(waiter(), name="the waiter")
                log("others", await asyncio.sleep(0, 1), threading.active_count())
                await t
            asyncio.run(top())
            """
        for clock in ("real", "virtual"):
            result = self.run_done(text, {"g": happened("log", "others")}, clock=clock)
            self.assertEqual(len(result.logs("through")), 1)
            reached, passed = result.of("reached")[0], result.of("passed")[0]
            self.assertEqual(reached["act"], passed["act"])
            self.assertGreater(reached["act"][2], 0)
            self.assertIn("the waiter", [event["name"] for event in result.of("name")])

    def test_a_virtual_clock_stands_still_at_a_gate(self):
        text = """
            async def top():
                await asyncio.wait_for(gate_async("g"), 1)
            asyncio.run(top())
            """
        result = self.run_done(text, {"g": happened("reached", "g")}, clock="virtual")
        self.assertEqual(result.of("passed")[0]["v"], 0)

    def test_a_gate_works_without_free_descriptors(self):
        result = self.run_done(
            """
            resource.setrlimit(resource.RLIMIT_NOFILE, (64, 64))
            held = []
            try:
                while True:
                    held.append(os.dup(0))
            except OSError as e:
                log("full", e.errno == errno.EMFILE)
            gate("g")
            gate("h")
            """,
            {"g": happened("reached", "g"), "h": happened("reached", "h")},
        )
        self.assertEqual((result.logs("full"), len(result.of("passed"))), ([[True]], 2))

    def test_a_signal_does_not_open_a_gate(self):
        text = """
            def ring():
                gate("ring")
                os.kill(os.getpid(), signal.SIGALRM)
            signal.signal(signal.SIGALRM, lambda *_: log("alarm"))
            threading.Thread(target=ring).start()
            gate("g")
            """
        rules = {"ring": happened("reached", "g"), "g": happened("log", "alarm")}
        story = self.run_done(text, rules).story()
        order = [event for event in story if event[1] in ("g", "alarm")]
        self.assertEqual([event[0] for event in order], ["reached", "log", "passed"])

    def test_bad_names(self):
        for name in ("''", "'.'", "'..'", "3"):
            self.assertEqual(self.kit.run("gate(%s)" % name).reply["error"]["type"], "ValueError")


class Activities(AdapterTest):
    def test_threads_and_tasks_have_serials(self):
        result = self.run_done(
            """
            def say(n):
                log("thread", n)
            for n in range(3):
                t = threading.Thread(target=say, args=(n,))
                t.start()
                t.join()
            _thread.start_new_thread(lambda: (log("bare", threading.active_count()), gate("g")), ())
            gate("main")
            async def job():
                log("task")
            async def top():
                for n in range(3):
                    await asyncio.create_task(job())
            asyncio.run(top())
            log("main")
            """,
            {"main": happened("reached", "g"), "g": lambda events: False},
        )
        pid = result.of("log", "main")[0]["act"][0]
        self.assertEqual(
            [event["act"] for event in result.of("log", "thread")], [[pid, n, 0] for n in (2, 3, 4)]
        )
        self.assertEqual(len({event["act"][2] for event in result.of("log", "task")}), 3)
        self.assertEqual(
            (result.of("log", "main")[0]["act"], result.logs("bare")), ([pid, 1, 0], [[1]])
        )
        self.assertEqual(result.reply["left"]["threads"], 1)

    def test_serials_start_anew_in_every_run(self):
        for _ in range(2):
            result = self.run_done("record('a', [])\nlog('o', len)", isolate=False)
            self.assertEqual(
                (result.of("begin")[0]["op"][1], result.logs("o")[0][0]["ref"]), (1, 1)
            )


class Processes(AdapterTest):
    def test_children_of_both_kinds_run_the_same_text(self):
        text = """
            class Job:
                def __init__(self, n):
                    self.n = n
                def run(self):
                    return record("job", self.n * depth)
            def work(job, out):
                out.send(job.run())
            def main():
                context = multiprocessing.get_context(start)
                here, there = context.Pipe()
                p = context.Process(target=work, args=(Job(3), there))
                p.start()
                log("came", here.recv())
                p.join()
                log("code", p.exitcode)
            """
        for start in ("fork", "spawn", "forkserver"):
            with self.subTest(start):
                result = self.run_done(text, parameters={"start": start, "depth": 7})
                self.assertEqual(
                    (result.values("job"), result.logs("came"), result.logs("code")),
                    ([21], [[21]], [[0]]),
                )
                child = result.of("begin", "job")[0]["act"][0]
                parent = result.of("log", "came")[0]["act"][0]
                self.assertNotEqual(child, parent)
                self.assertEqual(result.of("begin", "job")[0]["op"][0], child)

    def test_classes_go_both_ways(self):
        text = """
            class Data:
                def __init__(self, n):
                    self.n = n
            def make(n):
                return Data(n)
            def main():
                with multiprocessing.get_context(start).Pool(1) as pool:
                    data = pool.apply(make, (4,))
                    log("data", kind(data), data.n, isinstance(data, Data))
            """
        for start in ("fork", "spawn"):
            result = self.run_done(text, parameters={"start": start})
            self.assertEqual(result.logs("data"), [["Data", 4, True]], start)

    def test_events_of_parent_and_child_keep_their_order(self):
        result = self.run_done(
            """
            def main():
                for n in range(30):
                    log("turn", 2 * n)
                    if os.fork() == 0:
                        log("turn", 2 * n + 1)
                        os._exit(0)
                    os.wait()
            """
        )
        self.assertEqual(result.logs("turn"), [[n] for n in range(60)])

    def test_an_operation_under_way_at_a_fork_ends_once(self):
        text = """
            def main():
                if record("fork", os.fork()) == 0:
                    log("child")
                    os._exit(0)
                os.wait()
            """
        result = self.run_done(text)
        self.assertEqual((len(result.of("end", "fork")), len(result.logs("child"))), (1, 1))

    def test_program(self):
        result = self.run_done(
            """
            def double(n, data):
                log("inside", n, data, word)
                print(sys.stdin.read() + os.environ["EXTRA"], end="")
                sys.stderr.write("complaint")
                os._exit(7) if n == 0 else sys.exit(n)
            def fail():
                raise LookupError("out")
            def hang():
                gate("never")
            class C:
                @staticmethod
                def die():
                    os.kill(os.getpid(), signal.SIGKILL)
            def main():
                r = program(double, 3, {"k": (1, b"x")}, stdin="input ", env={"EXTRA": "extra"})
                log("r", r.status, r.signal, r.timed_out, r.stdout, r.stderr)
                log("failed", program(fail).status, b"LookupError" in program(fail).stderr)
                log("died", program(C.die).status, program(C.die).signal)
                r = program(hang, timeout=0.01)
                log("hung", r.status, r.timed_out)
                attempt("local", program(lambda: 1))
                attempt("object", program(fail, object()))
            """,
            parameters={"word": "w"},
        )
        self.assertEqual(
            result.logs("inside"), [[3, {"dict": [["k", {"tuple": [1, {"bytes": "78"}]}]]}, "w"]]
        )
        streams = [{"bytes": b"input extra".hex()}, {"bytes": b"complaint".hex()}]
        self.assertEqual(result.logs("r"), [[3, None, False] + streams])
        self.assertEqual(
            (result.logs("failed"), result.logs("died"), result.logs("hung")),
            ([[1, True]], [[None, 9]], [[None, True]]),
        )
        self.assertEqual(
            (result.errors("local")[0]["type"], result.errors("object")[0]["type"]),
            ("ValueError", "ValueError"),
        )

    def test_a_program_may_start_processes(self):
        text = """
            def child():
                log("child")
            def parent():
                p = multiprocessing.get_context("spawn").Process(target=child)
                p.start()
                p.join()
            def main():
                log("status", program(parent).status)
            """
        result = self.run_done(text)
        self.assertEqual((result.logs("child"), result.logs("status")), ([[]], [[0]]))

    def test_script(self):
        result = self.run_done(
            """
            r = script("import sys; print(sys.stdin.read())\\nx = 1 // 0", stdin="in")
            log("r", r.status, r.stdout, b"ZeroDivision" in r.stderr)
            """
        )
        self.assertEqual(result.logs("r"), [[1, {"bytes": b"in\n".hex()}, True]])

    def test_the_end_of_a_run_is_the_end_of_its_group(self):
        result = self.run_done(
            """
            def linger():
                log("pid", os.getpid())
                gate("never")
            def main():
                multiprocessing.get_context("fork").Process(target=linger).start()
                if os.fork() == 0:
                    os.setsid()
                    log("pid", os.getpid())
                    gate("never")
                gate("all there")
            """,
            {"all there": happened("reached", "never", 2)},
        )
        self.assertEqual(result.reply["left"]["processes"], 1)
        for (pid,) in result.logs("pid"):
            self.assertRaises(ProcessLookupError, os.kill, pid, 0)

    def test_a_run_that_ends_its_process_is_told_as_a_crash(self):
        for text, status, number in (
            ("os._exit(3)", 3, None),
            ("os.kill(os.getpid(), 9)", None, 9),
            ("os.closerange(3, 400)\nos._exit(4)", 4, None),
        ):
            reply = self.kit.run(text).reply
            self.assertEqual(
                (reply["op"], reply["status"], reply["signal"]), ("crashed", status, number)
            )
        self.run_done("log('next')")

    def test_prints_and_reads_do_not_touch_the_protocol(self):
        self.both(
            "print('hello')\nos.write(1, b'raw')\nlog('stdin', sys.stdin.read())",
            lambda r: self.assertEqual(r.logs("stdin"), [[""]]),
        )
        self.assertIn("raw", self.kit.stderr())
        self.assertIn("hello", self.kit.stderr())


if __name__ == "__main__":
    unittest.main()
