log("add", 1 + 2, 2**70, -7 // 2, -7 % 3, 7 // -2, 7 % -3, 2**-1, 0**0)
log("float", 1 / 3, 1e300 * 1e10, 0.1 + 0.2, 3.0, -0.0, 1e16, 1e15, 1.5e-5, 0.0001, 123456789.123)
log("divide", 10**30 / 3, 7.5 // 2, -7.5 % 2, divmod(-7, 2), divmod(7.5, -2))
log("shift", 1 << 80, (1 << 80) >> 79, -5 >> 1, ~5, 5 & 3, 5 | 8, 5 ^ 1, True & False, True | 2)
log("compare", 1 < 2 < 3, 1 < 3 < 2, 1 == 1.0, True == 1, 2**53 + 1 == float(2**53), 10**400 > 1e308)
log("unary", -(-(2**63)), -(2**63), +True, not 0)
log("big", 2**63 - 1 + 1, -(2**63) - 1, (2**64) * (2**64), abs(-(2**90)), 100**50 % 97)
least, most = -(2**63), 2**63 - 1
log("edges", [left // right for left in [least, most, 5, True] for right in [-2, -1, 3, most, least, True]])
log("edges", [left % right for left in [least, most, 5, True] for right in [-2, -1, 3, most, least, True]])
log("ranges", list(range(least, most, 2**62)), list(range(most, least, -(2**62))), list(range(most - 1, most + 3)))
total = 0
for i in range(1, 101):
    total += i * i
log("loop", total)
product = 1
for i in range(1, 61):
    product *= i
log("factorial", product)
log("convert", int("42"), int(" -0x1f ", 16), int("0b101", 0), int(3.99), int(-3.99), float("1e3"), float(" inf "), int("1_000"))
for bad in ["", "x", "1.5", "--1"]:
    try:
        int(bad)
    except ValueError as error:
        log("bad", type(error).__name__)
for op in [lambda: 1 / 0, lambda: 1 // 0, lambda: 1 % 0, lambda: 1.0 / 0, lambda: 1 << -1, lambda: 1 + "x", lambda: "x" * 1.5, lambda: 0.0 ** -1]:
    try:
        op()
    except Exception as error:
        log("raised", type(error).__name__)
log("round", round(2.5), round(3.5), round(-2.5), round(2.567, 2), round(1234, -2), round(1250, -2))
log("minmax", min(3, 1, 2), max([1, 5, 3]), min("b", "a"), max([], default=7), min([3, -4], key=abs), sum([1, 2, 3], 10))
log("bases", hex(255), oct(8), bin(-5), pow(3, 100, 7))
log("bool", bool([]), bool([0]), bool(""), bool(0.0), bool(None))
log("bits", (255).bit_length(), (1024).to_bytes(4, "big"), int.from_bytes(b"\x00\x01", "little"), (0).bit_length())
log("hashes", {1: "a", 1.0: "b", True: "c"}, {2**70: 1}[2**70], hash(1) == hash(1.0))
