"""What a run leaves behind, and what ends with what."""

import os
import signal
import time
import unittest

from driver import CALM, PATIENCE_S, AdapterTest, Kit, happened


def wait_until_gone(pid):
    """The process is dead: a zombie, or no such process."""
    give_up = time.monotonic() + PATIENCE_S
    while time.monotonic() < give_up:
        try:
            with open("/proc/%d/stat" % pid) as file:
                if file.read().rsplit(")", 1)[1].split()[0] == "Z":
                    return
        except (FileNotFoundError, ProcessLookupError):
            return
        os.sched_yield()
    raise TimeoutError("process %d lives on" % pid)


class Leftovers(AdapterTest):
    def test_what_is_left_is_counted(self):
        text = """
            threading.Thread(target=gate, args=("never",), daemon=True).start()
            async def top():
                asyncio.create_task(asyncio.sleep(1000))
            loop = asyncio.new_event_loop()
            loop.run_until_complete(top())
            """
        for isolate in (True, False):
            self.assertEqual(
                self.run_done(text, isolate=isolate).reply["left"],
                {"threads": 1, "tasks": 1, "processes": 0},
            )

    def test_nothing_is_left_after_an_orderly_end(self):
        text = """
            async def top():
                await asyncio.get_running_loop().run_in_executor(None, len, "")
                await asyncio.gather(asyncio.sleep(0), asyncio.sleep(0))
            asyncio.run(top())
            def main():
                pass
            """
        self.both(text, lambda result: self.assertEqual(result.reply["left"], CALM))

    def test_a_finished_run_is_silent(self):
        keep = """
            class T:
                def __del__(self):
                    log("late")
            kept = T()
            hook = T.__del__
            def g():
                try:
                    yield
                finally:
                    log("late")
            it = g()
            next(it)
            """
        self.assertEqual(self.run_done(keep, isolate=False).logs("late"), [])
        self.assertEqual(self.run_done("gc.collect()", isolate=False).logs("late"), [])

    def test_shared_runs_see_nothing_of_each_other(self):
        self.run_done("x = 1\nwarnings.simplefilter('error')\nos.chdir('/')", isolate=False)
        result = self.run_done(
            "attempt('x', x)\nwarnings.warn('w')\nlog('cwd', os.listdir('.').count('events'))",
            isolate=False,
        )
        self.assertEqual((result.errors("x")[0]["type"], result.logs("cwd")), ("NameError", [[1]]))
        self.assertEqual(
            [(event["category"], event["message"]) for event in result.of("warning")],
            [("UserWarning", "w")],
        )

    def test_a_coroutine_never_awaited_is_a_warning(self):
        result = self.run_done("async def c():\n    pass\nc()\ngc.collect()")
        self.assertEqual([event["category"] for event in result.of("warning")], ["RuntimeWarning"])

    def test_nothing_is_left_in_the_system(self):
        text = """
            def work(lock, q):
                with lock:
                    q.put(1)
                gate("never")
            def main():
                context = multiprocessing.get_context("spawn")
                lock, q = context.Lock(), context.Queue()
                shared = multiprocessing.shared_memory.SharedMemory(create=True, size=100)
                p = context.Process(target=work, args=(lock, q))
                p.start()
                log("got", q.get())
                manager = context.Manager()
                log("temporary", tempfile.gettempdir() == os.getcwd())
                log("made", lock._semlock.name, q._rlock._semlock.name, q._sem._semlock.name, shared.name)
                log("there", os.listdir("/dev/shm"))
            """
        result = self.run_done(text)
        self.assertEqual((result.logs("got"), result.logs("temporary")), ([[1]], [[True]]))
        *semaphores, memory = (name.strip("/") for name in result.logs("made")[0])
        made = {memory, *("sem." + name for name in semaphores)}
        self.assertLessEqual(made, set(result.logs("there")[0][0]))
        self.assertEqual(made & set(os.listdir("/dev/shm")), set())

    def test_forks_beside_busy_threads(self):
        result = self.run_done(
            """
            def chatter():
                while not done.is_set():
                    log("chatter", "x" * 200)
            done = threading.Event()
            threads = [threading.Thread(target=chatter) for _ in range(3)]
            [t.start() for t in threads]
            for n in range(20):
                if os.fork() == 0:
                    log("child", n)
                    os._exit(0)
                os.wait()
            done.set()
            [t.join() for t in threads]
            """
        )
        self.assertEqual(result.logs("child"), [[n] for n in range(20)])

    def test_descriptors_do_not_pile_up(self):
        def count():
            return len(os.listdir("/proc/%d/fd" % self.kit.adapter.pid))

        self.run_done("log('x')")
        before = count()
        for isolate in [True, False] * 10:
            self.run_done("log('x')", isolate=isolate)
        self.assertEqual(count(), before)


class Ends(AdapterTest):
    def start(self, text, isolate):
        flight = self.enter(self.kit.begin(text, isolate=isolate))
        flight.until(happened("reached", "never"))
        return {event["act"][0] for event in flight.events}

    def test_the_end_of_requests_ends_all(self):
        text = "def main():\n    if os.fork():\n        gate('other')\n    gate('never')"
        for isolate in (True, False):
            self.kit = self.enter(Kit())
            pids = self.start(text if isolate else "gate('never')", isolate)
            self.kit.adapter.stdin.close()
            self.kit.adapter.wait(PATIENCE_S)
            for pid in pids:
                wait_until_gone(pid)

    def test_the_end_of_requests_ends_what_can_handle_no_signal(self):
        text = "log('deaf')\ncollections.deque(itertools.repeat(0), maxlen=0)"
        flight = self.enter(self.kit.begin(text, isolate=False))
        flight.until(happened("log", "deaf"))
        self.kit.adapter.stdin.close()
        self.assertEqual(self.kit.adapter.wait(PATIENCE_S), -signal.SIGIO)

    def test_a_request_is_no_end_of_requests(self):
        text = "log('on')"
        for _ in range(1000):
            self.assertEqual(self.run_done(text, isolate=False).logs("on"), [[]])

    def test_sigterm_ends_all(self):
        pids = self.start("def main():\n    os.fork()\n    gate('never')", True)
        self.kit.adapter.terminate()
        self.assertEqual(self.kit.adapter.wait(PATIENCE_S), 128 + signal.SIGTERM)
        for pid in pids:
            wait_until_gone(pid)

    def test_sigkill_of_the_adapter_ends_the_run(self):
        pids = self.start("gate('never')", True)
        self.kit.adapter.kill()
        for pid in pids:
            wait_until_gone(pid)

    def test_a_second_request_waits_while_a_run_is_isolated(self):
        with self.kit.begin("gate('g')") as flight:
            flight.until(happened("reached", "g"))
            self.kit.send({"op": "hello", "protocol": 1})
            self.assertEqual(flight.finish({"g": lambda events: True}).reply["op"], "done")
            self.assertEqual(self.kit.receive()["op"], "hello")


if __name__ == "__main__":
    unittest.main()
