"""Starts a subject and stops and continues its processes at random moments, all of them at once.

usage: disturbed.py COMMAND...

A lawful mutant of any subject: time passes between any two of its steps, and nothing else changes. Ends as the command
does: with its status, or by its signal.
"""
import os
import pathlib
import random
import signal
import subprocess
import sys
import time

LONGEST_RUN = 0.030
LONGEST_STOP = 0.010


def children(pid):
    try:
        threads = list(pathlib.Path(f"/proc/{pid}/task").iterdir())
        return [int(child) for thread in threads for child in (thread / "children").read_text().split()]
    except OSError:
        return []


def descendants(pid):
    found = children(pid)
    for child in found:
        found += children(child)
    return found


def tell(pids, number):
    for pid in pids:
        try:
            os.kill(pid, number)
        except ProcessLookupError:
            pass


def let_go_of_the_streams():
    """The command's ends of them are the only ones, so that its closing them is seen."""
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(nothing, 1)


def main(command):
    process = subprocess.Popen(command)
    let_go_of_the_streams()
    while process.poll() is None:
        time.sleep(random.uniform(0, LONGEST_RUN))
        everyone = descendants(os.getpid())
        tell(everyone, signal.SIGSTOP)
        time.sleep(random.uniform(0, LONGEST_STOP))
        tell(everyone, signal.SIGCONT)
    if process.returncode < 0:
        os.kill(os.getpid(), -process.returncode)
    return process.returncode


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1:]))
