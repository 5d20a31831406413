class MyError(ValueError):
    def __init__(self, code):
        super().__init__("my", code)
        self.code = code
def nested():
    try:
        try:
            raise KeyError("k")
        except KeyError as error:
            raise MyError(3) from error
    except MyError as error:
        return type(error).__name__, error.args, error.code, repr(error.__cause__), error.__context__ is error.__cause__, str(error)
log("nested", nested())
def order():
    out = []
    try:
        out.append("try")
        return out
    finally:
        out.append("finally")
log("order", order())
def override():
    for i in range(3):
        try:
            return i
        finally:
            if i < 2:
                continue
log("override", override())
def implicit():
    try:
        try:
            1 / 0
        except ZeroDivisionError:
            {}["x"]
    except KeyError as error:
        return type(error.__context__).__name__, error.__cause__, error.__suppress_context__
log("implicit", implicit())
def reraise():
    try:
        try:
            raise ValueError("v")
        except ValueError:
            raise
    except ValueError as error:
        return error.args, error.__context__
log("reraise", reraise())
try:
    raise
except RuntimeError as error:
    log("nothing to raise", error.args)
def unbound_name():
    try:
        raise ValueError
    except ValueError as e:
        pass
    try:
        e
    except UnboundLocalError:
        return "unbound"
log("except name", unbound_name())
def else_clause(fail):
    out = []
    try:
        if fail:
            raise OSError(2, "no")
    except (KeyError, OSError) as error:
        out.append((type(error).__name__, error.errno, error.strerror))
    else:
        out.append("else")
    finally:
        out.append("finally")
    return out
log("else", else_clause(True), else_clause(False))
for bad in [lambda: exec_raise(3), lambda: exec_raise("x")]:
    def exec_raise(x):
        raise x
    try:
        bad()
    except TypeError:
        log("not an exception")
class Manager:
    def __init__(self, swallow):
        self.swallow = swallow
    def __enter__(self):
        log("enter")
        return self
    def __exit__(self, kind, error, trace):
        log("exit", kind.__name__ if kind else None, error.args if error else None)
        return self.swallow
with Manager(True) as m:
    raise KeyError("swallowed")
try:
    with Manager(False), Manager(False):
        raise KeyError("passed on")
except KeyError as error:
    log("passed", error.args)
def with_return():
    with Manager(False):
        return "returned"
log("with return", with_return())
try:
    with 5:
        pass
except TypeError as error:
    log("no manager")
try:
    assert 1 == 2, "message"
except AssertionError as error:
    log("assert", error.args)
try:
    raise StopIteration(5)
except StopIteration as error:
    log("stop", error.value, error.args)
try:
    raise SystemExit(3)
except SystemExit as error:
    log("exit code", error.code)
class Base(Exception):
    pass
class Derived(Base):
    pass
try:
    raise Derived
except Base as error:
    log("derived", isinstance(error, Exception), type(error).__mro__[1].__name__)
log("str", str(KeyError("k")), str(ValueError("v")), str(ValueError()), str(ValueError(1, 2)), repr(ValueError("v")), repr(MyError(2)))
try:
    try:
        raise ValueError("first")
    finally:
        raise KeyError("second")
except KeyError as error:
    log("finally raises", repr(error.__context__))
try:
    raise ValueError("a") from None
except ValueError as error:
    log("from none", error.__cause__, error.__suppress_context__)
eg = ExceptionGroup("g", [ValueError(1), KeyError(2)])
log("group", eg.message, len(eg.exceptions))
def cleanup_order():
    out = []
    try:
        try:
            out.append(1)
            raise ValueError
        finally:
            out.append(2)
    except ValueError:
        out.append(3)
    finally:
        out.append(4)
    return out
log("cleanup", cleanup_order())
