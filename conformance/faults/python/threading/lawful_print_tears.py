# what: What is printed goes out character by character.
# kind: lawful
# tries: threading.output.*, threading.thread.*, threading.lock.example-*

import sys


def print_slowly(*values):
    for character in " ".join(map(str, values)) + "\n":
        sys.stdout.write(character)
        sys.stdout.flush()


adapter.NAMES["print"] = print_slowly
