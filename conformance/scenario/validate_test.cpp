#include "conformance/scenario/validate.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "conformance/scenario/parse.h"

namespace touchstone::scenario {
namespace {

using testing::HasSubstr;

struct Refused {
  const char* text;
  const char* says;
};

void PrintTo(const Refused& refused, std::ostream* out) { *out << refused.text; }

class Validate : public testing::TestWithParam<Refused> {};

TEST_P(Validate, Refuses) {
  const Module tree = parse(GetParam().text);
  try {
    validate(tree);
    ADD_FAILURE() << "accepted:\n" << GetParam().text;
  } catch (const InvalidScenario& error) {
    EXPECT_THAT(error.what(), HasSubstr(GetParam().says));
  }
}

INSTANTIATE_TEST_SUITE_P(
    Flow, Validate,
    testing::Values(Refused{"return 1", "line 1, column 0: return outside"},
                    Refused{"class A:\n  return", "return outside"},
                    Refused{"x = yield", "yield outside"},
                    Refused{"class A:\n  yield", "yield outside"},
                    Refused{"def f():\n  [(yield) for a in b]", "inside a comprehension"},
                    Refused{"async def f():\n  yield from a", "yield from"},
                    Refused{"async def f():\n  yield\n  return 1", "no value"},
                    Refused{"await a", "await outside"},
                    Refused{"def f():\n  await a", "await outside"},
                    Refused{"async def f():\n  lambda: await a", "await outside"},
                    Refused{"def f():\n  async for a in b: pass", "async for outside"},
                    Refused{"async with a: pass", "async with outside"},
                    Refused{"def f():\n  [a async for a in b]", "asynchronous comprehension"},
                    Refused{"async def f():\n  [[a async for a in b] for c in d]",
                            "asynchronous comprehension"},
                    Refused{"break", "outside a loop"},
                    Refused{"for a in b:\n  def f(): break", "outside a loop"},
                    Refused{"while a: pass\nelse: continue", "outside a loop"},
                    Refused{"for a in b:\n  class A: continue", "outside a loop"}));

INSTANTIATE_TEST_SUITE_P(
    Shape, Validate,
    testing::Values(Refused{"f() = 1", "cannot assign to Call"},
                    Refused{"a + b = 1", "cannot assign to BinOp"}, Refused{"None = 1", "Constant"},
                    Refused{"(a, b) += 1", "augmented"}, Refused{"*a = b", "Starred"},
                    Refused{"*a, *b = c", "two starred"}, Refused{"del f()", "cannot delete Call"},
                    Refused{"del ()", "nothing"}, Refused{"for 1 in a: pass", "cannot assign"},
                    Refused{"with a as 1: pass", "cannot assign"},
                    Refused{"[a for f() in b]", "cannot assign"}, Refused{"*a", "starred"},
                    Refused{"x = *a", "starred"}, Refused{"f(a=1, a=2)", "twice"},
                    Refused{"@a[0]\ndef f(): pass", "decorator"},
                    Refused{"@(lambda: a)\ndef f(): pass", "decorator"},
                    Refused{"try: pass\nexcept: pass\nexcept A: pass", "last"}));

INSTANTIATE_TEST_SUITE_P(
    Names, Validate,
    testing::Values(
        Refused{"def f(a, a): pass", "twice"}, Refused{"lambda a, *, a: b", "twice"},
        Refused{"def f():\n  x = 1\n  global x", "before"},
        Refused{"def f():\n  print(x)\n  global x", "before"},
        Refused{"def f(x):\n  global x", "before"}, Refused{"nonlocal x", "outside"},
        Refused{"def f():\n  nonlocal x", "no function around"},
        Refused{"x = 1\ndef f():\n  nonlocal x", "no function around"},
        Refused{"class A:\n  x = 1\n  def f(self):\n    nonlocal x", "no function around"},
        Refused{"def f():\n  x = 1\n  def g():\n    global x\n    def h():\n      nonlocal x",
                "no function around"},
        Refused{"def f():\n  x = 1\n  def g():\n    nonlocal x\n    global x",
                "global and nonlocal"},
        Refused{"class A:\n  def f(__a, _A__a): pass", "twice"}));

INSTANTIATE_TEST_SUITE_P(FStrings, Validate,
                         testing::Values(Refused{"f'''{\"it's\"}'''", "quote"},
                                         Refused{"f\"{'\x7f'}\"", "invisible"},
                                         Refused{"f\"\"\"{'''\n'''}\"\"\"", "invisible"},
                                         Refused{"f\"{f'\x7f{a}'}\"", "invisible"}));

INSTANTIATE_TEST_SUITE_P(
    Kit, Validate,
    testing::Values(Refused{"record = 1", "kit's"}, Refused{"def f(gate): pass", "kit's"},
                    Refused{"for log in a: pass", "kit's"}, Refused{"def kind(): pass", "kit's"},
                    Refused{"class A:\n  def record(self): pass", "kit's"},
                    Refused{"x = record", "only called"}, Refused{"f(attempt)", "only called"},
                    Refused{"record('a')", "these two"}, Refused{"record('a', b, c)", "these two"},
                    Refused{"record('a', *b)", "these two"},
                    Refused{"record(label='a', x=b)", "these two"},
                    Refused{"with record('a') as b: pass", "binds nothing"},
                    Refused{"async def f():\n  g(record('a', await b))", "stands alone"},
                    Refused{"async def f():\n  x = [record('a', await b)]", "stands alone"},
                    Refused{"async def f():\n  x += record('a', await b)", "stands alone"},
                    Refused{"async def f():\n  record('a', attempt('b', await c))", "stands alone"},
                    Refused{"def f():\n  if record('a', (yield)): pass", "stands alone"},
                    Refused{"async def f():\n  record(await a, b)", "label"},
                    Refused{"async def f():\n  with record(await a): pass", "label"},
                    Refused{"async def f():\n  async with record('a'): pass", "these two"},
                    Refused{"gate()", "name alone"}, Refused{"gate('a', 'b')", "name alone"},
                    Refused{"async def main(): pass", "plain def"},
                    Refused{"def main(a): pass", "no parameters"},
                    Refused{"multiprocessing.Queue()", "def main"},
                    Refused{"program(f)", "def main"}));

class Accepted : public testing::TestWithParam<const char*> {};

TEST_P(Accepted, ByTheValidator) { EXPECT_NO_THROW(parse_scenario(GetParam())); }

INSTANTIATE_TEST_SUITE_P(
    All, Accepted,
    testing::Values("", "record('a', f())", "x = [record('a', i) for i in y]",
                    "with record('a'), attempt('b'): pass", "with record('a', f()) as x: pass",
                    "async def f():\n  record('a', await b)\n  x = attempt('a', await b)\n  return "
                    "record('a', [c async for c in d])",
                    "def f():\n  x = record('a', (yield))\n  with record('b'):\n    yield",
                    "record('a', lambda: (yield))", "record('a', (b for c in d))",
                    "class A:\n  def log(self): pass\n  def gate(self): self.record = 1",
                    "threading.Thread(target=gate, args=('a',))",
                    "def main():\n  multiprocessing.Process(target=f).start()",
                    "def f():\n  def g():\n    nonlocal x\n  x = 1",
                    "def f(x):\n  class A:\n    nonlocal x\n    x = 1",
                    "for a in b:\n  if c: break\n  with d: continue\nelse: pass",
                    "async def f():\n  return (await a for b in c)",
                    "async def f():\n  [a for b in [c async for c in d]]"));

TEST(Validate, RefusesTreesThatNoTextMakes) {
  const auto refuses = [](Stmt::Node node) {
    Module tree;
    tree.body.push_back({{}, std::move(node)});
    EXPECT_THROW(validate(tree), InvalidScenario);
  };
  const auto refuses_expr = [&](Expr::Node node) { refuses(ExprStmt{Expr{{}, std::move(node)}}); };
  refuses(If{Expr{}, {}, {}});
  refuses(Delete{});
  refuses(Global{});
  refuses(Global{{"class"}});
  refuses(FunctionDef{"not a name", {}, {Stmt{}}, {}});
  refuses(Try{{Stmt{}}, {}, {}, {}});
  refuses(Raise{std::nullopt, Expr{}});
  refuses_expr(Name{"None"});
  refuses_expr(Name{""});
  refuses_expr(Attribute{Expr{}, "a b"});
  refuses_expr(Constant{-1});
  refuses_expr(Constant{-0.0});
  refuses_expr(Constant{std::numeric_limits<double>::quiet_NaN()});
  refuses_expr(Constant{touchstone::List{}});
  refuses_expr(BoolOp{BooleanOp::And, {Expr{}}});
  refuses_expr(Compare{Expr{}, {}, {}});
  refuses_expr(Dict{{{}}, {}});
  refuses_expr(Set{});
  refuses_expr(ListComp{});
  refuses_expr(FormattedValue{});
  refuses_expr(JoinedStr{{Expr{{}, Constant{""}}}});
  refuses_expr(JoinedStr{{Expr{{}, Constant{"a"}}, Expr{{}, Constant{"b"}}}});
  refuses_expr(Slice{});
  refuses_expr(Lambda{Arguments{.args = {},
                                .vararg = {},
                                .kwonlyargs = {},
                                .kw_defaults = {},
                                .kwarg = {},
                                .defaults = {Expr{}}},
                      Expr{}});
}

TEST(Validate, RefusesTreesThatAreTooHigh) {
  Expr expr;
  for (int i = 0; i < max_height; ++i) expr = Expr{{}, Await{std::move(expr)}};
  Module tree;
  tree.body.push_back({{}, ExprStmt{std::move(expr)}});
  EXPECT_THROW(validate(tree), InvalidScenario);
}

}  // namespace
}  // namespace touchstone::scenario
