"""The command line as its users meet it: exit codes, results, interruption, patched libraries, repro tokens.

usage: end_to_end_test.py TOUCHSTONE [unittest arguments]
"""

import json
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import unittest

TOUCHSTONE = ""
CLAIM = "functional.reduce.product-example"


def touchstone(*arguments, env=None):
    return subprocess.run(
        [TOUCHSTONE, *arguments],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        env={**os.environ, **(env or {})},
    )


def rows(path):
    return [json.loads(line) for line in pathlib.Path(path).read_text().splitlines()]


class EndToEnd(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.results = self.folder / "results.jsonl"

    def run_claims(self, *arguments, **keywords):
        return touchstone("run", "--results", str(self.results), *arguments, **keywords)

    def patched(self, code):
        """A folder whose sitecustomize changes the Python that finds it."""
        (self.folder / "sitecustomize.py").write_text(code)
        return f"PYTHONPATH={self.folder}"

    def test_results_are_header_rows_footer(self):
        done = self.run_claims("--subject", "cpython", "--claims", CLAIM, "--seed", "3")
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        header, row, footer = rows(self.results)
        self.assertEqual((header["type"], header["seed"]), ("header", 3))
        self.assertEqual((row["claim"], row["verdict"]), (CLAIM, "conforms"))
        self.assertEqual((footer["complete"], footer["counts"]), (True, {"conforms": 1}))

    def test_jobs_judge_the_same(self):
        claims = ("--subject", "cpython", "--claims", "functional.reduce.*", "--seed", "3")
        self.run_claims(*claims, "--jobs", "1")
        alone = sorted((row["claim"], row["verdict"]) for row in rows(self.results)[1:-1])
        self.run_claims(*claims, "--jobs", "3")
        together = sorted((row["claim"], row["verdict"]) for row in rows(self.results)[1:-1])
        self.assertEqual(alone, together)

    def test_a_patched_library_is_caught_and_the_token_repeats_it(self):
        env = self.patched("import functools\nfunctools.reduce = lambda f, xs, *z: 0\n")
        done = self.run_claims("--subject", "cpython", "--claims", CLAIM, "--env", env)
        self.assertEqual(done.returncode, 1, done.stdout + done.stderr)
        row = rows(self.results)[1]
        self.assertEqual(row["verdict"], "violates")
        self.assertIn(row["repro"], done.stdout)
        again = touchstone("repro", row["repro"], "--env", env)
        self.assertEqual(again.returncode, 1, again.stdout + again.stderr)
        healed = touchstone("repro", row["repro"])
        self.assertEqual(healed.returncode, 0, healed.stdout + healed.stderr)

    def test_fail_fast_leaves_an_incomplete_footer(self):
        env = self.patched("import functools\nfunctools.reduce = lambda f, xs, *z: 0\n")
        done = self.run_claims(
            "--subject", "cpython", "--claims", "functional.reduce.*", "--env", env, "--fail-fast"
        )
        self.assertEqual(done.returncode, 1)
        self.assertFalse(rows(self.results)[-1]["complete"])

    def test_interruption_leaves_a_valid_file_that_says_incomplete(self):
        running = subprocess.Popen(
            [TOUCHSTONE, "run", "--subject", "cpython", "--repeat", "100000"]
            + ["--claims", "functional.*", "--results", str(self.results)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        while not self.results.exists() or self.results.read_bytes().count(b"\n") < 3:
            self.assertIsNone(running.poll(), "it ended before it was interrupted")
        running.send_signal(signal.SIGINT)
        self.assertEqual(running.wait(), 5)
        lines = rows(self.results)
        self.assertEqual(lines[-1]["type"], "footer")
        self.assertFalse(lines[-1]["complete"])
        self.assertEqual(lines[-1]["incomplete"], "interrupted")

    def test_a_broken_subject_is_told_before_anything_is_judged(self):
        done = self.run_claims("--subject", "cpython", "--claims", CLAIM, "--command", "/bin/false")
        self.assertEqual(done.returncode, 3, done.stdout + done.stderr)
        self.assertIn("broken", done.stderr)

    def test_claims_of_several_globs_are_judged_once_each(self):
        globs = ("functional.reduce.*", "functional.map.*", "functional.reduce.*")
        done = self.run_claims("--subject", "cpython", *(w for g in globs for w in ("--claims", g)))
        judged = [row["claim"] for row in rows(self.results)[1:-1]]
        self.assertEqual(len(judged), len(set(judged)))
        self.assertEqual({claim.split(".")[1] for claim in judged}, {"reduce", "map"})
        self.assertEqual(done.returncode, 0, done.stdout)

    def test_chosen_faults_are_tried_as_often_as_wanted(self):
        def tried(*arguments):
            done = touchstone("faults", "--results", str(self.results), "--claims", CLAIM, *arguments)
            self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
            return [(row["subject"], row["verdict"]) for row in rows(self.results)]

        self.assertEqual(tried("--fault", "disturbed.cpython", "--repeat", "2"),
                         [("disturbed.cpython", "conforms")] * 2)
        lawful = tried("--lawful")
        self.assertIn(("disturbed.reference", "conforms"), lawful)
        self.assertEqual({verdict for _, verdict in lawful}, {"conforms"})
        self.assertIn("no fault matches", touchstone("faults", "--fault", "no-such").stderr)

    def test_usage_errors(self):
        self.assertEqual(touchstone("run", "--subject", "nobody").returncode, 2)
        nothing = touchstone("run", "--claims", "functional.reduce.product-exampel")
        self.assertEqual(nothing.returncode, 2)
        self.assertIn("functional.reduce.product-example", nothing.stderr)
        self.assertEqual(touchstone("repro", "t1.rubbish").returncode, 2)
        self.assertEqual(touchstone("show", "no.such.claim").returncode, 2)

    def test_a_full_disk_is_told(self):
        done = touchstone("run", "--subject", "cpython", "--claims", CLAIM, "--results", "/dev/full")
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("/dev/full", done.stderr)

    def test_piped_output_is_plain(self):
        done = self.run_claims("--subject", "cpython", "--claims", CLAIM)
        self.assertNotIn("\033", done.stdout + done.stderr)

    def test_ask_puts_traces_side_by_side(self):
        question = self.folder / "question.py"
        question.write_text('record("sum", 1 + 1)\n')
        done = touchstone("ask", str(question), "--subject", "cpython", "--subject", "cpython")
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        self.assertIn("sum", done.stdout)

    def test_ask_says_where_a_text_is_no_scenario(self):
        question = self.folder / "question.py"
        question.write_text("x = 1\nimport os\n")
        done = touchstone("ask", str(question), "--subject", "cpython")
        self.assertEqual(done.returncode, 2)
        self.assertIn("question.py", done.stderr)
        self.assertIn("2", done.stderr)

    def test_show_knows_check_and_faults(self):
        done = touchstone("show", CLAIM)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        for word in ("statement", "sources", "check"):
            self.assertIn(word, done.stdout)

    def test_check_adapter_accepts_the_python_adapter(self):
        adapter = pathlib.Path(__file__).parents[2] / "conformance/subjects/python/adapter.py"
        done = touchstone("check-adapter", "/usr/bin/python3", str(adapter))
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)

    def test_check_adapter_accepts_one_without_classes_and_generators(self):
        adapter = pathlib.Path(TOUCHSTONE).with_name("touchstone-std")
        done = touchstone("check-adapter", str(adapter))
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)

    def test_smoke(self):
        self.assertEqual(touchstone("smoke", "cpython").returncode, 0)
        self.assertEqual(touchstone("smoke", "cpython", "--command", "/bin/cat").returncode, 3)


GATHER_IN_REVERSE = """
import asyncio
own = asyncio.gather

async def gather(*things, return_exceptions=False):
    return list(reversed(await own(*things, return_exceptions=return_exceptions)))

asyncio.gather = gather
"""


class DiffFuzz(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def fuzz(self, *arguments):
        pair = ("--subject", "cpython", "--subject", "cpython")
        return touchstone("diff-fuzz", *pair, "--save", str(self.folder), *arguments)

    def planted(self, code):
        (self.folder / "fault").mkdir()
        fault = self.folder / "fault" / "planted.py"
        fault.write_text(code)
        return f"TOUCHSTONE_FAULT={fault}"

    def test_a_subject_agrees_with_itself_in_both_modes(self):
        for mode in ("spaced", "full"):
            done = self.fuzz("--seed", "1", "--count", "64", "--mode", mode)
            self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
            self.assertIn("64 programs", done.stdout)

    def test_a_divergence_is_made_small_saved_and_replayed(self):
        env = self.planted(GATHER_IN_REVERSE)
        done = self.fuzz("--seed", "1", "--count", "640", "--most", "1", "--env", env)
        self.assertEqual(done.returncode, 1, done.stdout + done.stderr)
        self.assertIn("DIVERGENCE", done.stdout)
        (saved,) = self.folder.glob("*.py")
        self.assertIn("asyncio.gather", saved.read_text())
        again = touchstone("diff-fuzz", "--replay", str(saved), "--env", env)
        self.assertEqual(again.returncode, 1, again.stdout + again.stderr)
        healed = touchstone("diff-fuzz", "--replay", str(saved))
        self.assertEqual(healed.returncode, 0, healed.stdout + healed.stderr)

    def test_a_lawful_mutant_is_no_divergence(self):
        done = touchstone("diff-fuzz", "--faults", "python.task_in_python", "--count", "64")
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        self.assertIn("0 of    64  python.task_in_python  lawful", done.stdout)

    def test_a_subject_that_offers_too_little_is_refused(self):
        done = touchstone("diff-fuzz", "--subject", "uvloop", "--subject", "cpython")
        self.assertEqual(done.returncode, 3, done.stdout + done.stderr)
        self.assertIn("uvloop lacks clock.virtual", done.stderr)

    def test_interruption_is_told(self):
        running = subprocess.Popen(
            [TOUCHSTONE, "diff-fuzz", "--subject", "cpython", "--subject", "cpython"]
            + ["--count", "1000000000", "--save", str(self.folder)],
            stdout=subprocess.PIPE,
            text=True,
        )
        self.assertIn("seed", running.stdout.readline())
        running.send_signal(signal.SIGINT)
        rest = running.communicate()[0]
        self.assertEqual(running.returncode, 5, rest)
        self.assertIn("incomplete: interrupted", rest)

    def test_a_broken_subject_is_told(self):
        done = self.fuzz("--count", "32", "--env", "TOUCHSTONE_FAULT=/nowhere/fault.py")
        self.assertEqual(done.returncode, 3, done.stdout + done.stderr)

    def test_usage_errors(self):
        wrong = self.folder / "wrong.py"
        wrong.write_text("# mode: wide\n")
        for arguments in (
            ("--subject", "cpython"),
            ("--subject", "cpython", "--subject", "nobody"),
            ("--mode", "wide"),
            ("--count", "0"),
            ("--faults", "no.such.fault"),
            ("--replay", str(self.folder / "absent.py")),
            ("--replay", str(wrong)),
        ):
            done = touchstone("diff-fuzz", *arguments)
            self.assertEqual(done.returncode, 2, f"{arguments}: {done.stdout}{done.stderr}")


if __name__ == "__main__":
    TOUCHSTONE = sys.argv.pop(1)
    unittest.main()
