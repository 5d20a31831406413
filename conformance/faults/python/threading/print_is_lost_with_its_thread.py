# what: What a thread printed is lost with its buffer when it ends.
# kills: threading.output.torn-lines
# kind: fault

import threading


def print_from_main(*values, **options):
    if threading.current_thread() is threading.main_thread():
        print(*values, **options)


adapter.NAMES["print"] = print_from_main
