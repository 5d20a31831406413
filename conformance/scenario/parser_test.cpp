#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "conformance/scenario/parse.h"
#include "conformance/scenario/walk.h"

namespace touchstone::scenario {
namespace {

using testing::HasSubstr;

ParseError error_in(const std::string& text) {
  try {
    parse(text);
  } catch (const ParseError& error) {
    return error;
  }
  ADD_FAILURE() << "accepted: " << text;
  return ParseError({}, "", "", "");
}

Expr expression(const std::string& text) {
  const Module tree = parse(text);
  return *as<ExprStmt>(tree.body.at(0))->value;
}

Value constant(const std::string& text) {
  const Expr expr = expression(text);
  return as<Constant>(expr)->value;
}

Expr name(const char* id) { return Expr{{}, Name{id}}; }

TEST(Parser, MakesTheTreesOfAst) {
  EXPECT_EQ(expression("a + b * c"),
            (Expr{{},
                  BinOp{name("a"), BinaryOp::Add,
                        Expr{{}, BinOp{name("b"), BinaryOp::Mult, name("c")}}}}));
  EXPECT_EQ(
      expression("a < b is not c"),
      (Expr{{}, Compare{name("a"), {CompareOp::Lt, CompareOp::IsNot}, {name("b"), name("c")}}}));
  EXPECT_EQ(expression("f(a, *b, k=c, **d)"),
            (Expr{{},
                  Call{name("f"),
                       {name("a"), Expr{{}, Starred{name("b")}}},
                       {{"k", name("c")}, {std::nullopt, name("d")}}}}));
}

TEST(Parser, PlacesNodesByLineAndCodePoint) {
  const Module tree = parse("x = '\xC3\xA9' + y\nz");
  const auto& sum = *as<BinOp>(*as<Assign>(tree.body[0])->value);
  EXPECT_EQ(sum.right->at.line, 1);
  EXPECT_EQ(sum.right->at.column, 10);
  EXPECT_EQ(tree.body[1].at.line, 2);
}

TEST(Parser, ReadsNumbersOfEverySize) {
  EXPECT_EQ(constant("0xFf_ff"), Value(65535));
  EXPECT_EQ(constant("0o17"), Value(15));
  EXPECT_EQ(constant("0B1_0"), Value(2));
  EXPECT_EQ(constant("1_000"), Value(1000));
  EXPECT_EQ(constant("123456789012345678901234567890"),
            Value(Integer("123456789012345678901234567890")));
  EXPECT_EQ(constant("0.1").get_if<double>()[0], 0.1);
  EXPECT_EQ(constant("1e400"), Value(std::numeric_limits<double>::infinity()));
  EXPECT_EQ(constant("1e-400"), Value(0.0));
  EXPECT_EQ(constant("0.0000000001e99999999999999999999"),
            Value(std::numeric_limits<double>::infinity()));
}

TEST(Parser, ReadsStringsWithTheirEscapes) {
  EXPECT_EQ(constant(R"('\x41\u00e9\U0001F600\101\n\
!')"),
            Value("A\xC3\xA9\xF0\x9F\x98\x80"
                  "A\n!"));
  EXPECT_EQ(constant(R"(r'\d' "\\")"), Value("\\d\\"));
  EXPECT_EQ(constant(R"(b'\xff\0' rb'\0')"), Value(Bytes{std::string("\xFF\0\\0", 4)}));
  EXPECT_EQ(constant("'''a\n'b'''"), Value("a\n'b"));
}

TEST(Parser, RemovesIndentationThatAllLinesShare) {
  EXPECT_TRUE(parse(R"(
    if a:
        b
    c
  )") == parse("if a:\n    b\nc\n"));
}

struct Wrong {
  const char* text;
  int line;
  int column;
  const char* says;
};

void PrintTo(const Wrong& wrong, std::ostream* out) { *out << wrong.text; }

class ParserErrors : public testing::TestWithParam<Wrong> {};

TEST_P(ParserErrors, SayWhereAndWhatWasExpected) {
  const Wrong& wrong = GetParam();
  const ParseError error = error_in(wrong.text);
  EXPECT_EQ(error.line, wrong.line) << error.what();
  EXPECT_EQ(error.column, wrong.column) << error.what();
  EXPECT_THAT(error.what(), HasSubstr(wrong.says));
  EXPECT_THAT(error.what(), HasSubstr("expected"));
}

INSTANTIATE_TEST_SUITE_P(
    All, ParserErrors,
    testing::Values(
        Wrong{"x = ", 1, 4, "expected an expression"}, Wrong{"if a\n  b", 1, 4, "':'"},
        Wrong{"if a:\nb", 2, 0, "an indented block"}, Wrong{"a\n  b", 2, 2, "indentation"},
        Wrong{"if a:\n    b\n  c", 3, 2, "enclosing block"}, Wrong{"if a:\n\tb", 2, 0, "tab"},
        Wrong{"x = (1,\n  2", 1, 4, "never closed"}, Wrong{"x = (1]", 1, 6, "does not match"},
        Wrong{"x)", 1, 1, "nothing is open"}, Wrong{"'abc", 1, 0, "never closed"},
        Wrong{"'''abc\n", 1, 0, "never closed"}, Wrong{"x = 07", 1, 4, "leading zeros"},
        Wrong{"x = 1__0", 1, 4, "no number"}, Wrong{"x = 0x", 1, 4, "no number"},
        Wrong{"x = 2j", 1, 4, "complex"}, Wrong{"x = ...", 1, 4, "left out"},
        Wrong{"import os", 1, 0, "no import"}, Wrong{"from a import b", 1, 0, "no import"},
        Wrong{"x: int = 1", 1, 1, "annotations"}, Wrong{"def f(a: int): pass", 1, 7, "annotations"},
        Wrong{"def f() -> a: pass", 1, 8, "annotations"},
        Wrong{"(x := 1)", 1, 3, "assignment expressions"},
        Wrong{"def f(a, /): pass", 1, 9, "positional-only"},
        Wrong{"def f(a=1, b): pass", 1, 11, "default"}, Wrong{"def f(*): pass", 1, 7, "bare *"},
        Wrong{"def f(**k, a): pass", 1, 11, "**"},
        Wrong{"try: pass\nexcept* A: pass", 2, 6, "except*"},
        Wrong{"try: pass\nx", 2, 0, "'except' or 'finally'"},
        Wrong{"except: pass", 1, 0, "a statement"}, Wrong{"f(a=1, b)", 1, 7, "positional"},
        Wrong{"f(**a, *b)", 1, 7, "positional"}, Wrong{"f(a for b in c, d)", 1, 14, "parentheses"},
        Wrong{"[*a for a in b]", 1, 4, "']'"}, Wrong{"with (a, b): pass", 1, 5, "parentheses"},
        Wrong{"for a in *b, c: pass", 1, 9, "parentheses"}, Wrong{"a[*b]", 1, 2, "index"},
        Wrong{"'\\d'", 1, 0, "unknown escape"}, Wrong{"'\\N{DASH}'", 1, 0, "\\N"},
        Wrong{"'\\x1'", 1, 0, "hex digits"}, Wrong{"b'\xC3\xA9'", 1, 0, "ASCII"},
        Wrong{"'a' b'b'", 1, 0, "one kind"}, Wrong{"u'a'", 1, 0, "prefix"},
        Wrong{"\xC3\xA9 = 1", 1, 0, "ASCII"}, Wrong{"x\xC3\xA9", 1, 0, "ASCII"},
        Wrong{"x\xFF", 1, 1, "UTF-8"}, Wrong{"a\nb\r\n", 2, 1, "line ends"},
        Wrong{"a \\ b", 1, 2, "end of line"}, Wrong{"a + \\\n", 2, 0, "continued line"},
        Wrong{"a $ b", 1, 2, "no meaning"}, Wrong{"async x", 1, 6, "async"},
        Wrong{"@a\nx", 2, 0, "decorator"},
        Wrong{"class A(b for c in d): pass", 1, 10, "parentheses"},
        Wrong{"a not b", 1, 2, "end of line"}, Wrong{"not", 1, 3, "an expression"},
        Wrong{"a = b = ", 1, 8, "an expression"},
        Wrong{"def class(): pass", 1, 4, "the name of the function"},
        Wrong{"global a.b", 1, 8, "end of line"}));

INSTANTIATE_TEST_SUITE_P(
    FStrings, ParserErrors,
    testing::Values(Wrong{"f'{'", 1, 0, "not closed"}, Wrong{"f'{a'", 1, 0, "not closed"},
                    Wrong{"f'}'", 1, 0, "'}}'"}, Wrong{"f'{}'", 1, 0, "an expression"},
                    Wrong{"f'{a=}'", 1, 0, "="}, Wrong{"f'{a!x}'", 1, 0, "!s, !r or !a"},
                    Wrong{"f'{a b}'", 1, 0, "f-string"},
                    Wrong{"f'{a:{b:{c}}}'", 1, 0, "too deeply"},
                    Wrong{"f'''{a # b\n}'''", 1, 0, "comment"},
                    Wrong{"f'{\"\\n\"}'", 1, 0, "backslash"},
                    Wrong{"f'{lambda x: 1}'", 1, 0, "':'"}, Wrong{"f'{*a}'", 1, 0, "comma"}));

TEST(Parser, RefusesWhatIsNestedTooDeeply) {
  for (const std::string part : {"(", "[", "{", "f(", "not ", "-", "a ** ",
                                 "lambda: ", "a if b else ", "a[", "f'{", "(yield "}) {
    std::string text;
    for (int i = 0; i < 10'000; ++i) text += part;
    EXPECT_THROW(parse(text), ParseError) << part;
  }
}

TEST(Parser, RefusesChainsThatAreTooLong) {
  for (const std::string link : {".b", "()", "[0]", " + b", " ** b", " if b else c"}) {
    std::string text = "a";
    for (int i = 0; i < 10'000; ++i) text += link;
    EXPECT_THROW(parse(text), ParseError) << link;
  }
}

TEST(Parser, ReadsLongFlatTexts) {
  std::string text = "x = [";
  for (int i = 0; i < 20'000; ++i) text += "1, ";
  const Module tree = parse(text + "]");
  EXPECT_EQ(as<List>(*as<Assign>(tree.body[0])->value)->elts.size(), 20'000u);
}

TEST(Parser, RefusesMoreDigitsThanPythonReads) {
  EXPECT_NO_THROW(parse(std::string(4300, '9')));
  EXPECT_THAT(error_in(std::string(4301, '9')).what(), HasSubstr("4300"));
  EXPECT_NO_THROW(parse("0x" + std::string(100'000, 'f')));
}

}  // namespace
}  // namespace touchstone::scenario
