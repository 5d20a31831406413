"""Adapters that misbehave, one a mode: hostile.py MODE (or --list). What the kit says of each stands in README.md.

Every mode is a small adapter that runs nothing (it answers each request with one log and a `done`) and does one thing wrong.
"""

import itertools
import json
import os
import resource
import signal
import subprocess
import sys
import threading
import time

MODES = {}
CAPABILITIES = ["builtins.map", "functools.reduce"]


def mode(function):
    """Names a mode by its function: `dies_at_hello` is dies-at-hello."""
    MODES[function.__name__.replace("_", "-")] = function
    return function


class Adapter:
    """A faultless adapter that runs nothing; a mode gives one of its parts another behaviour."""

    def __init__(self):
        self.serials = itertools.count(1)
        self.runs = 0
        self.request = None

    def say(self, *replies):
        """All in one write."""
        self.write("".join(json.dumps(reply) + "\n" for reply in replies).encode())

    def write(self, data):
        while data:
            data = data[os.write(1, data) :]

    def hello_body(self):
        return dict(op="hello", protocol=1, name="hostile", version="1", language="python", os="linux", forks=True, capabilities=CAPABILITIES)

    def reply(self, op="done", **members):
        return dict(dict(op=op, id=self.request["id"], left=dict(threads=0, tasks=0, processes=0)), **members)

    def event(self, kind, **members):
        act = [os.getpid(), 1, 0]
        return dict(dict(run=self.request["id"], event=kind, act=act, tid=os.getpid(), t=time.monotonic_ns()), **members)

    def emit(self, kind, **members):
        self.emit_bytes(json.dumps(self.event(kind, **members)).encode() + b"\n")

    def emit_bytes(self, data):
        descriptor = os.open(os.path.join(self.request["dir"], "events"), os.O_WRONLY)
        os.write(descriptor, data)
        os.close(descriptor)

    def wait_at_gate(self, name):
        path = os.path.join(self.request["dir"], "gates", name)
        try:
            os.mkfifo(path, 0o600)
        except FileExistsError:
            pass
        self.emit("reached", gate=name)
        os.close(os.open(path, os.O_RDONLY))

    def hello(self):
        self.say(self.hello_body())

    def run(self):
        self.emit("log", label="ran", values=[self.runs])
        self.say(self.reply())

    def serve(self):
        for line in sys.stdin.buffer:
            self.request = json.loads(line.decode())
            if self.request["op"] == "stop":
                break
            if self.request["op"] == "hello":
                self.hello()
            else:
                self.runs += 1
                self.run()


def forever():
    while True:
        signal.pause()


def start_child(**options):
    """A process that ends only when it is killed."""
    return subprocess.Popen(["/bin/sleep", "infinity"], **options)


# At the start


@mode
def faultless(adapter):
    pass


@mode
def dies_at_hello(adapter):
    adapter.hello = lambda: sys.exit(3)


@mode
def never_says_hello(adapter):
    adapter.hello = forever


@mode
def wrong_protocol(adapter):
    adapter.hello = lambda: adapter.say(dict(adapter.hello_body(), protocol=2))


@mode
def hello_without_version(adapter):
    body = adapter.hello_body()
    del body["version"]
    adapter.hello = lambda: adapter.say(body)


@mode
def prints_at_start(adapter):
    adapter.write(b"Welcome!\n")


@mode
def two_hellos(adapter):
    adapter.hello = lambda: adapter.say(adapter.hello_body(), adapter.hello_body())


@mode
def unknown_capability(adapter):
    adapter.hello = lambda: adapter.say(dict(adapter.hello_body(), capabilities=["telepathy"]))


@mode
def another_hello_each_time(adapter):
    adapter.hello = lambda: adapter.say(dict(adapter.hello_body(), version=str(time.monotonic_ns())))
    adapter.run = lambda: sys.exit(1)


@mode
def reply_before_the_request(adapter):
    body = dict(op="done", id="1", left=dict(threads=0, tasks=0, processes=0))
    adapter.hello = lambda: adapter.say(adapter.hello_body()) or adapter.say(body)


@mode
def closes_stdout_at_start(adapter):
    adapter.hello = lambda: os.close(1) or forever()


# Lines on stdout


def answers(name, data):
    MODES[name] = lambda adapter: setattr(adapter, "run", lambda: adapter.write(data) or forever())


answers("garbage", b"\x00\x01 no JSON at all\n")
answers("no-object", b"[1, 2, 3]\n")
answers("half-a-line-then-silence", b'{"op":"do')
answers("invalid-utf8", b'{"op":"error","id":null,"message":"\xc3\x28"}\n')
answers("deep-nesting", b"[" * 500_000 + b"]" * 500_000 + b"\n")
answers("ten-megabyte-line", b"x" * 10_000_000 + b"\n")
answers("prints-through", b"Hello, world!\n")
answers("unknown-reply", b'{"op":"dance","id":"1"}\n')


@mode
def wrong_id(adapter):
    adapter.run = lambda: adapter.say(adapter.reply(id="4711"))


@mode
def wrong_left(adapter):
    adapter.run = lambda: adapter.say(adapter.reply(left=dict(threads="many", tasks=0, processes=0)))


@mode
def two_dones(adapter):
    adapter.run = lambda: adapter.say(adapter.reply(), adapter.reply())


@mode
def two_dones_apart(adapter):
    adapter.run = lambda: adapter.say(adapter.reply()) or adapter.say(adapter.reply())


@mode
def hello_during_a_run(adapter):
    adapter.run = lambda: adapter.say(adapter.hello_body())


@mode
def answers_the_run_before(adapter):
    """Late into the next run: the reply to each but the first names the one before."""
    ids = []

    def run():
        ids.append(adapter.request["id"])
        adapter.say(adapter.reply(id=ids[-2:][0]))

    adapter.run = run


@mode
def lacks_what_it_claims(adapter):
    adapter.run = lambda: adapter.say(adapter.reply("unsupported", capability=CAPABILITIES[0]))


@mode
def lacks_what_it_does_not_claim(adapter):
    adapter.run = lambda: adapter.say(adapter.reply("unsupported", capability="asyncio.run"))


@mode
def fails(adapter):
    adapter.run = lambda: adapter.say(adapter.reply("error", message="cannot"))


@mode
def floods_stdout_with_lines(adapter):
    adapter.run = lambda: [adapter.write(b"spam\n" * 1000) for _ in itertools.count()]


@mode
def floods_stdout_without_a_line(adapter):
    adapter.run = lambda: [adapter.write(b"spam" * 1000) for _ in itertools.count()]


@mode
def unflushed_reply(adapter):
    adapter.run = lambda: sys.stdout.write(json.dumps(adapter.reply()) + "\n") and forever()


@mode
def closes_stdout(adapter):
    adapter.run = lambda: os.close(1) or forever()


@mode
def hundred_megabytes_to_stderr(adapter):
    def run():
        for _ in range(100):
            sys.stderr.buffer.write(b"e" * 1_000_000)
        sys.stderr.buffer.write(b"the end\n")
        sys.stderr.flush()
        adapter.say(adapter.reply())

    adapter.run = run


# Events


def emits(name, *events):
    """Each is (kind, members), or bytes as they are."""

    def run(adapter):
        for event in events:
            adapter.emit_bytes(event) if isinstance(event, bytes) else adapter.emit(event[0], **event[1])
        adapter.say(adapter.reply())

    MODES[name] = lambda adapter: setattr(adapter, "run", lambda: run(adapter))


BEGIN = ("begin", dict(label="a", op=[1, 1], form="record"))
END = ("end", dict(label="a", op=[1, 1], value=None))
emits("event-is-garbage", b"garbage\n")
emits("event-is-invalid-utf8", b'{"event":"\xff"}\n')
emits("half-an-event", b'{"run":')
emits("event-of-unknown-kind", ("dance", {}))
emits("event-of-unknown-run", ("log", dict(run="another", label="a", values=[])))
emits("long-event", ("log", dict(label="a", values=["x" * 5000])))
emits("begins-twice", BEGIN, BEGIN)
emits("ends-without-begin", END)
emits("ends-twice", BEGIN, END, END)
emits("passes-what-it-never-reached", ("passed", dict(gate="g")))
emits("passes-a-closed-gate", ("reached", dict(gate="closed")), ("passed", dict(gate="closed")))
emits("value-file-is-missing", ("log", dict(label="a", values={"file": "values/1"})))
emits("value-file-is-elsewhere", ("log", dict(label="a", values={"file": "../../../etc/passwd"})))
emits("large-bare-integer", ("log", dict(label="a", values=[2**60])))
emits("gate-without-end", ("reached", dict(gate="g" * 300)))


@mode
def value_file_is_a_link(adapter):
    def run():
        os.symlink("/etc/passwd", os.path.join(adapter.request["dir"], "values", "1"))
        adapter.emit("log", label="a", values={"file": "values/1"})
        forever()

    adapter.run = run


@mode
def event_after_done(adapter):
    def run():
        adapter.say(adapter.reply())
        try:
            adapter.emit("log", label="late", values=[])
        except OSError:
            pass  # the kit was faster: the channel is gone

    adapter.run = run


@mode
def events_of_the_run_before(adapter):
    requests = []

    def run():
        requests.append(adapter.request)
        adapter.emit("log", run=requests[-2:][0]["id"], label="ran", values=[])
        adapter.say(adapter.reply())

    adapter.run = run


@mode
def endless_events(adapter):
    adapter.run = lambda: [adapter.emit("log", label="again", values=[]) for _ in itertools.count()]


# Its process


@mode
def exits_0(adapter):
    adapter.run = lambda: sys.exit(0)


@mode
def exits_between_runs(adapter):
    adapter.run = lambda: adapter.say(adapter.reply()) or sys.exit(0)


def dies_by(name, number):
    MODES[name] = lambda adapter: setattr(adapter, "run", lambda: os.kill(os.getpid(), number) or forever())


dies_by("segmentation-fault", signal.SIGSEGV)
dies_by("aborts", signal.SIGABRT)
dies_by("kills-itself", signal.SIGKILL)
dies_by("stops-itself", signal.SIGSTOP)


@mode
def kills_its_parent(adapter):
    adapter.run = lambda: os.kill(os.getppid(), signal.SIGKILL) or forever()


@mode
def spins(adapter):
    def spin():
        while True:
            pass

    adapter.run = spin


@mode
def ignores_signals(adapter):
    for number in set(signal.Signals) - {signal.SIGKILL, signal.SIGSTOP, signal.SIGCHLD}:
        signal.signal(number, signal.SIG_IGN)
    adapter.run = forever


@mode
def ignores_stop(adapter):
    serve = adapter.serve
    adapter.serve = lambda: serve() or forever()


@mode
def closes_stdin(adapter):
    adapter.run = lambda: os.close(0) or forever()


@mode
def answers_after_the_deadline(adapter):
    """All gates are opened at the deadline."""
    adapter.run = lambda: adapter.wait_at_gate("closed") or adapter.say(adapter.reply())


@mode
def crashed_run(adapter):
    adapter.run = lambda: adapter.say(adapter.reply("crashed", status=None, signal=11))


@mode
def leaves_a_child(adapter):
    adapter.run = lambda: start_child() and adapter.say(adapter.reply())


@mode
def leaves_a_child_of_another_session(adapter):
    adapter.run = lambda: start_child(start_new_session=True) and adapter.say(adapter.reply())


@mode
def leaves_a_child_that_holds_the_pipes(adapter):
    adapter.run = lambda: start_child(stdout=1, stderr=2, start_new_session=True) and os._exit(1)


def start_daemon():
    """Forks twice, leads a session, ignores signals, forgets its environment."""
    if os.fork() == 0:
        os.setsid()
        if os.fork() == 0:
            for number in (signal.SIGHUP, signal.SIGTERM, signal.SIGINT):
                signal.signal(number, signal.SIG_IGN)
            os.execve("/bin/sleep", ["/bin/sleep", "infinity"], {"MARK": os.environ["MARK"]})
        os._exit(0)
    os.wait()


@mode
def leaves_a_daemon(adapter):
    adapter.run = lambda: start_daemon() or adapter.say(adapter.reply())


@mode
def hangs_beside_a_daemon(adapter):
    ignores_signals(adapter)
    adapter.run = lambda: start_daemon() or forever()


@mode
def leaves_a_stopped_child(adapter):
    adapter.run = lambda: start_child().send_signal(signal.SIGSTOP) or sys.exit(1)


@mode
def starts_a_thousand_threads(adapter):
    def run():
        for _ in range(1000):
            threading.Thread(target=forever_in_thread, daemon=True).start()
        adapter.say(adapter.reply(left=dict(threads=1000, tasks=0, processes=0)))

    adapter.run = run


def forever_in_thread():
    threading.Event().wait()


# Its folder


@mode
def fills_its_folder(adapter):
    def run():
        for number in range(500):
            os.makedirs("%s/%d/deep/deeper" % (adapter.request["dir"], number))
            with open("%s/%d/file" % (adapter.request["dir"], number), "wb") as file:
                file.write(b"x" * 10_000)
        adapter.say(adapter.reply())

    adapter.run = run


@mode
def locks_its_folder(adapter):
    def run():
        os.makedirs(adapter.request["dir"] + "/locked/inner")
        os.chmod(adapter.request["dir"] + "/locked", 0)
        os.chmod(adapter.request["dir"], 0)
        adapter.say(adapter.reply())

    adapter.run = run


@mode
def removes_its_folder(adapter):
    def run():
        subprocess.run(["/bin/rm", "-rf", adapter.request["dir"]], check=True)
        adapter.say(adapter.reply())

    adapter.run = run


@mode
def replaces_a_gate(adapter):
    def run():
        os.mkdir(os.path.join(adapter.request["dir"], "gates", "spoiled"))
        adapter.emit("log", label="spoiled", values=[])
        forever()

    adapter.run = run


def main():
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.argv[1:] == ["--list"]:
        sys.exit(print(*sorted(MODES), sep="\n"))
    adapter = Adapter()
    MODES[sys.argv[1]](adapter)
    adapter.serve()


main()
