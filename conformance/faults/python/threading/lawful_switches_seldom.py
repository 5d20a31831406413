# what: A thread keeps the interpreter until it waits.
# kind: lawful
# tries: threading.lock.*, threading.example.*, threading.wait.*, threading.semaphore.*

import sys

sys.setswitchinterval(1)
