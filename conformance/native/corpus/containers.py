a = [3, 1, 2]
a.append(4)
a.extend((5, 6))
a.insert(0, 0)
log("list", a, a.pop(), a.pop(0), a, a.index(2), a.count(1), sorted(a), sorted(a, reverse=True), a[::-1], a[1:3])
a.sort(key=lambda x: -x)
a.reverse()
log("sorted", a, 2 in a, 9 in a, a + [1], a * 2, [1, 2] < [1, 3], [1] == [1.0])
a[1:3] = [7, 8, 9]
del a[0]
log("slice", a)
a[::2] = [0, 0, 0]
log("extended", a)
d = {"x": 1, "y": 2}
d["z"] = 3
log("dict", d, d["x"], d.get("q"), d.get("q", 5), list(d), list(d.values()), list(d.items()), "x" in d, len(d))
del d["x"]
d.update({"y": 20}, w=1)
log("dict2", d, d.pop("y"), d.pop("none", None), d.setdefault("v", []), d, {**d, "k": 1}, d == {"z": 3, "w": 1, "v": []})
try:
    d["missing"]
except KeyError as error:
    log("keyerror", error.args)
s = {1, 2, 3}
s.add(2)
s.discard(9)
log("set", s == {3, 2, 1}, s | {4} == {1, 2, 3, 4}, s & {2}, s - {2} == {1, 3}, s ^ {3, 4} == {1, 2, 4}, s <= {1, 2, 3, 4}, frozenset([1]) == {1}, len(s))
t = (1, 2, 3)
log("tuple", t, t + (4,), t[1:], (1,), (), t.index(2), t < (1, 2, 4), hash((1, 2)) == hash((1, 2)))
first, *rest = [1, 2, 3]
(p, q), r = (1, 2), 3
log("unpack", first, rest, p, q, r)
*init, last = "abc"
log("unpack2", init, last, [*t, *[4, 5]], {*t}, (*t,))
for bad in [[1], [1, 2, 3]]:
    try:
        x, y = bad
    except ValueError:
        log("count mismatch", len(bad))
log("comprehension", [x * x for x in range(5) if x % 2], {x: y for x, y in zip("ab", [1, 2])}, {x % 2 for x in range(5)}, [(i, j) for i in range(3) for j in range(i)])
log("functions", list(enumerate("ab", 1)), list(zip([1, 2], "abc")), list(reversed([1, 2, 3])), list(map(lambda x, y: x + y, [1, 2], [3, 4])), list(filter(None, [0, 1, 2])), any([0, 1]), all([]), list(range(10, 0, -3)))
log("nested", [[0] * 2 for i in range(2)], {"a": [1, {"b": (1, 2)}]})
log("range", str(range(5)), len(range(0, 10, 3)), str(range(10)[2:5]), 4 in range(0, 10, 2), list(range(0)), range(3) == range(0, 3, 1))
x = [1]
x.append(x)
log("cycle", len(x), x[1] is x)
y = [1, 2]
z = y
z += [3]
log("alias", y, y is z)
try:
    {}[[]]
except TypeError:
    log("unhashable")
m = {}
m[(1, 2)] = "tuple"
log("key", m[(1, 2)], dict([("a", 1)], b=2), dict.fromkeys("ab", 0))
it = iter([1, 2])
log("iter", next(it), next(it), next(it, "end"))
try:
    next(it)
except StopIteration as stop:
    log("stop", stop.value)
try:
    for k in d:
        d[k + "x"] = 1
except RuntimeError:
    log("changed size")
class Place:
    def __init__(self):
        self.asked = 0
    def __index__(self):
        self.asked += 1
        return -1
place = Place()
log("index", [1, 2][place], (1, 2)[place], range(3)[place], place.asked)
log("round", round(127, place), place.asked)
