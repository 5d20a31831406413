#include "conformance/scenario/print.h"

#include <gtest/gtest.h>

#include "conformance/scenario/parse.h"

namespace touchstone::scenario {
namespace {

/// As it is written here, it is printed: no parenthesis too many, none too few.
class Printed : public testing::TestWithParam<const char*> {};

TEST_P(Printed, AsItIsWritten) {
  EXPECT_EQ(print(parse(GetParam())), GetParam() + std::string("\n"));
}

INSTANTIATE_TEST_SUITE_P(
    Precedence, Printed,
    testing::Values("-a ** b", "(-a) ** b", "a ** -b ** c", "(a ** b) ** c", "await_ ** b",
                    "not a == b", "(not a) == b", "not (a and b)", "a or b and c", "(a or b) and c",
                    "(a or b) or c", "a - b - c", "a - (b - c)", "a * (b + c)", "a << b + c",
                    "(a << b) + c", "a & b | c ^ d", "a & (b | c)", "~(a + b)", "a if b else c",
                    "(a if b else c) if d else e", "a if b else c if d else e",
                    "a if (b if c else d) else e", "(lambda: a) if b else lambda: c",
                    "(lambda x: x)(1)", "lambda: a if b else c", "a < b < c", "(a < b) < c",
                    "a < (b < c)", "a in (b in c)", "(a, b)[0]", "(a + b).c", "(1).real",
                    "1.5.real", "'a'.join(b)", "-a.b", "(-a).b", "f(a)(b)[c].d", "{**a | b}",
                    "{**(a or b)}", "[*a | b, *(c or d)]"));

INSTANTIATE_TEST_SUITE_P(Tuples, Printed,
                         testing::Values("a, b = b, a", "a = (b,)", "a = ()", "x[a, b]", "x[(a,)]",
                                         "x[a:b, ::c]", "x[a:b,]", "x[(*a, b)]", "a = (*b, c)",
                                         "*a, b = c", "for a, b in c:\n    pass", "f((a, b), c)",
                                         "[(a, b) for c, d in e]", "(a, b), c = d"));

INSTANTIATE_TEST_SUITE_P(Calls, Printed,
                         testing::Values("f(a for b in c)", "f((a for b in c), d)",
                                         "f((a for b in c), k=d)", "f(*a, b, c=d, **e)",
                                         "f(lambda: a, b if c else d)"));

INSTANTIATE_TEST_SUITE_P(Strings, Printed,
                         testing::Values("'a'", "\"it's\"", "'a\\n\\\\'", "b'\\xff'", "f'{a}'",
                                         "f'{a!r:>{b}}'", "f\"{a['b']}\"",
                                         "f\"\"\"{f\"{f'{a}'}\"}\"\"\"", "f'{ {a: b}}'",
                                         "f'{(a, b)}'", "f'{(lambda: a)()}'", "f'{a if b else c}'",
                                         "f'{{}}{a:\\x7b}'", "f'\\'\"{a}'"));

INSTANTIATE_TEST_SUITE_P(
    Statements, Printed,
    testing::Values(
        "async def f(a, b=1, *c, d, e=2, **g):\n    x = await a\n    x = await (await b)\n    "
        "async for i in c:\n        pass\n"
        "    async with d as e, f:\n        return [i async for i in g]",
        "def f(*, a):\n    x = yield\n    yield a, b\n    f((yield))\n    return (yield from a)",
        "if a:\n    pass\nelif b:\n    pass\nelse:\n    if c:\n        pass\n    d",
        "with ((a, b)):\n    pass", "with a as (b, c), d:\n    pass",
        "try:\n    pass\nexcept (A, B) as e:\n    raise C from e\nexcept:\n    raise\nelse:\n    "
        "pass\nfinally:\n    pass",
        "@a.b\n@c(d)\nclass A(B, metaclass=C):\n    x = 1",
        "while a:\n    break\nelse:\n    continue_", "del a, (b, c)", "assert a, b", "global a, b",
        "a = b = c", "a.b[c] //= d"));

TEST(Print, OneExpression) { EXPECT_EQ(print(Expr{{}, Starred{Expr{{}, Name{"a"}}}}), "*a"); }

TEST(Print, WhatIsNoScenarioIsStillShown) {
  Module tree;
  tree.body.push_back({{}, If{Expr{{}, Compare{Expr{}, {CompareOp::Eq}, {}}}, {}, {}}});
  tree.body.push_back({{}, ExprStmt{Expr{{}, FormattedValue{}}}});
  tree.body.push_back({{}, ExprStmt{Expr{{}, Dict{{{}}, {}}}}});
  EXPECT_EQ(print(tree), "if None:\n    pass\nf'{None}'\n{}\n");
}

}  // namespace
}  // namespace touchstone::scenario
