# what: A text that was written in part is written again from its start.
# kills: threading.output.torn-lines
# kind: fault

import sys


def print_in_two(*values):
    text = " ".join(map(str, values)) + "\n"
    sys.stdout.write(text[:1])
    sys.stdout.write(text)


adapter.NAMES["print"] = print_in_two
