# what: A thread that waits for input keeps the interpreter to itself.
# kills: threading.wait.overlaps
# kind: fault

import ctypes

read = ctypes.PyDLL(None).read


def read_alone(descriptor, count):
    buffer = ctypes.create_string_buffer(count)
    return buffer.raw[: read(descriptor, buffer, count)]


adapter.give_instead("os", read=read_alone)
