# what: A thread keeps the interpreter until it waits.
# kind: lawful
# chapters: threading

import sys

sys.setswitchinterval(1)
