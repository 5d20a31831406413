def outcome(call, *arguments):
    try:
        return call(*arguments)
    except Exception as error:
        return type(error).__name__
def number(call, *arguments):
    try:
        call(*arguments)
    except OSError as error:
        return error.errno
def carries():
    near, far = socket.socketpair()
    with near, far:
        log("sent", near.send(b"ping"), near.sendall(b"pong"), outcome(near.send, "text"))
        log("received", far.recv(6), far.recv(100))
        near.shutdown(socket.SHUT_WR)
        log("end", far.recv(1), outcome(near.send, b"late"))
    log("closed", near.fileno(), number(near.send, b"later"))
def holds_little():
    near, far = socket.socketpair()
    near.setblocking(False)
    log("set", near.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 4096))
    log("held", near.send(b"a" * 1000000), outcome(near.send, b"a"))
    log("received", len(far.recv(1000000)), near.send(b"a"))
    near.close()
    far.close()
def refuses_options():
    near, far = socket.socketpair()
    for value in ["4096", 4096.0, None]:
        log("value", outcome(near.setsockopt, socket.SOL_SOCKET, socket.SO_SNDBUF, value))
    log("level", outcome(near.setsockopt, "level", socket.SO_SNDBUF, 1))
    log("too few", outcome(near.setsockopt, socket.SOL_SOCKET, socket.SO_SNDBUF))
    log("unknown", number(near.setsockopt, socket.SOL_SOCKET, -1, 1))
    near.close()
    far.close()
    log("closed", number(near.setsockopt, socket.SOL_SOCKET, socket.SO_SNDBUF, 1))
carries()
holds_little()
refuses_options()
