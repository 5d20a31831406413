# what: input takes the end of the input for an empty line.
# kills: threading.event.example-input-eof
# kind: fault

import sys


def input(prompt=""):
    print(prompt, end="", flush=True)
    return sys.stdin.readline().rstrip("\n")


adapter.NAMES["input"] = input
