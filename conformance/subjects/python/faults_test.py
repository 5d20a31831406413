"""How a monkeypatch gets into the processes of a run."""

import os
import unittest

from driver import AdapterTest, Kit

CONFORMANCE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
PATCH = os.path.join(CONFORMANCE, "faults", "python", "functional", "map_none_is_identity.py")


class FaultsTest(AdapterTest):
    def test_a_fault_reaches_every_process(self):
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
        with Kit(TOUCHSTONE_FAULT=PATCH) as kit:
            self.assertEqual(kit.run(text).logs("map"), [[[1]]] * 3)


if __name__ == "__main__":
    unittest.main()
