s = "Hello, 世界"
log("len", len(s), len("\U0001F600"), s[7], s[-1], s[1:4], s[::-1], s[100:], s[:3])
log("methods", s.upper(), "a,b,,c".split(","), " x y  z ".split(), "a-b".partition("-"), "-".join(["a", "b"]), "abc".replace("b", "XX"), "abcabc".rfind("b"))
log("strip", "  x ".strip(), "xxaxx".lstrip("x"), "a\n".rstrip(), "aXbXc".split("X", 1), "aXbXc".rsplit("X", 1), "a\nb\r\nc".splitlines())
log("tests", "abc".isalpha(), "12".isdigit(), "".isalnum(), "aB".islower(), "abc".startswith(("x", "a")), "abc".endswith("bc"), "b" in "abc")
log("format", "{} {1}".format(1, 2) if False else "{0} {x!r:>5}".format(1, x="a"), "%d %5.2f %s %r %x %05d %%" % (1, 2.345, "s", "r", 255, 42), f"{3.14159:.2f}|{42:>6}|{42:<6}|{42:^6}|{42:06d}|{255:#x}|{1234567:,}|{'s':*^5}|{0.5:%}|{1e10:g}")
x = 7
log("fstring", f"{x}{x!r}{x + 1:>{x}}|{{}}|{'a' 'b'}")
log("encode", s.encode(), s.encode("utf-16-le"), s.encode("gbk"), b"\xe4\xb8\x96".decode(), "é".encode("latin-1"))
log("bytes", b"abc"[0], b"abc"[0:1], list(b"\x00\xff"), b"a" + b"b", bytes([1, 2]), bytes(3), b"abc".hex(), bytes.fromhex("00ff"), b"a,b".split(b","))
log("unequal", "a" == b"a", {"a": 1, b"a": 2}, "abc" < "abd", b"a" < b"b")
for action in [lambda: "a" + b"a", lambda: b"a" + "a", lambda: "é".encode("ascii"), lambda: b"\xff".decode(), lambda: "a".encode("nosuch"), lambda: s[99], lambda: "x".nope, lambda: b"x".encode, lambda: "a".decode]:
    try:
        action()
    except Exception as error:
        log("raised", type(error).__name__)
try:
    "ab世".encode("ascii")
except UnicodeEncodeError as error:
    log("encode error", error.start, error.end, error.encoding, error.object, isinstance(error, ValueError))
try:
    b"ab\xe4\xb8".decode("utf-8")
except UnicodeDecodeError as error:
    log("decode error", error.start, error.end, error.object)
log("handlers", "aé世".encode("ascii", "replace"), "aé世".encode("ascii", "ignore"), "aé世".encode("ascii", "backslashreplace"), b"a\xff\xe4\xb8".decode("utf-8", "replace"))
try:
    t = "abc"
    t[0] = "x"
except TypeError:
    log("immutable", t)
log("types", type(s).__name__, type(b"").__name__, str(b"ab", "utf-8"), str(5), repr("a'b"), repr('a"\'b'), repr("\x00\n\t\\"), ascii("é"))
log("order", ord("世"), chr(19990), [ord(c) for c in "ab"])
log("center", "ab".center(5), "ab".ljust(4) + "|", "7".zfill(3), "-7".zfill(4), "Hello World".swapcase(), "hello world".title(), "HELLO".capitalize())
log("count", "banana".count("an"), "banana".find("z"), "a" * 3, 3 * "ab", "abc".index("c"))
