# what: A line goes out as one.
# kind: lawful
# tries: threading.output.*, threading.thread.*, threading.lock.example-*

import sys


def print_line(*values):
    sys.stdout.write(" ".join(map(str, values)) + "\n")


adapter.NAMES["print"] = print_line
