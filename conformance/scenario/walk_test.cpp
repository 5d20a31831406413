#include "conformance/scenario/walk.h"

#include <gtest/gtest.h>

#include "conformance/scenario/parse.h"

namespace touchstone::scenario {
namespace {

Expr parsed(const std::string& text) {
  const Module tree = parse(text);
  return *as<ExprStmt>(tree.body.at(0))->value;
}

TEST(Walk, VisitsAllParentsFirst) {
  std::string order;
  const Module tree = parse("def f(a=b, *, c=d):\n  return {**e, g: h}\n");
  walk(tree,
       Overloaded{
           [&](const Expr& expr) { order += as<Name>(expr) != nullptr ? as<Name>(expr)->id : "_"; },
           [&](const Stmt& statement) { order += "<" + std::string(node_name(statement)) + ">"; }});
  EXPECT_EQ(order, "<FunctionDef>db<Return>_geh");
}

TEST(Walk, ChangesTreesInPlace) {
  Module tree = parse("f(a, k=a)[a]");
  walk(tree, Overloaded{[](Expr& expr) {
                          if (auto* name = as<Name>(expr)) name->id = "z";
                        },
                        [](Stmt&) {}});
  EXPECT_TRUE(tree == parse("z(z, k=z)[z]"));
}

TEST(Walk, SuspensionIsWhatTheFunctionAroundWouldDo) {
  for (const char* text : {"f(await_, await a)", "[await a for b in c]", "[a async for a in b]",
                           "x[lambda y=await_: (yield)] + await a", "f(*(yield))",
                           "(a for b in await c)", "lambda x=await a: x"}) {
    EXPECT_TRUE(contains_suspension(parsed(text))) << text;
  }
  for (const char* text :
       {"f(a)", "lambda: (yield)", "(await a for b in c)", "(a async for a in b)"}) {
    EXPECT_FALSE(contains_suspension(parsed(text))) << text;
  }
}

TEST(Walk, HeightCountsLevels) {
  EXPECT_EQ(height(parsed("a")), 1);
  EXPECT_EQ(height(parsed("a + b.c")), 3);
  EXPECT_EQ(height(parse("if a: b")), 4);
}

}  // namespace
}  // namespace touchstone::scenario
