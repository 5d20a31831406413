/// Whatever is accepted is valid Python and means the same there: our trees beside those of
/// Python's own parser.
#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>
#include <nlohmann/json.hpp>

#include "conformance/scenario/arbitrary_tree.h"
#include "conformance/scenario/parse.h"
#include "conformance/scenario/print.h"
#include "conformance/scenario/tree_json.h"
#include "conformance/scenario/validate.h"

namespace touchstone::scenario {
namespace {

using nlohmann::json;

std::string output_of(const std::string& command) {
  const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), pclose);
  std::string output;
  std::array<char, 65536> chunk{};
  while (const std::size_t size = fread(chunk.data(), 1, chunk.size(), pipe.get()))
    output.append(chunk.data(), size);
  return output;
}

/// For each text {"tree": ...}, or {"error": ...} where Python refuses it.
json python_trees(const std::vector<std::string>& texts) {
  std::string path = testing::TempDir() + "touchstone-texts-XXXXXX";
  const int file = mkstemp(path.data());
  EXPECT_GE(file, 0);
  std::ofstream(path) << json(texts).dump();
  const std::string output = output_of(std::string(PYTHON3) + " " + PYTHON_MIRROR + " < " + path);
  std::filesystem::remove(path);
  close(file);
  return json::parse(output);
}

void expect_same_in_python(const std::vector<std::string>& texts) {
  std::vector<std::string> dedented;
  for (const std::string& text : texts) dedented.push_back(dedent(text));
  const json answers = python_trees(dedented);
  ASSERT_EQ(answers.size(), texts.size());
  for (std::size_t i = 0; i < texts.size(); ++i) {
    ASSERT_FALSE(answers[i].contains("error")) << answers[i]["error"] << " in\n" << texts[i];
    EXPECT_EQ(print(decode_tree(answers[i]["tree"])), print(parse(texts[i])));
    EXPECT_TRUE(decode_tree(answers[i]["tree"]) == parse(texts[i])) << texts[i];
  }
}

TEST(Python, ReadsPrintedTreesAsTheSameTrees) {
  std::vector<std::string> texts;
  for (std::uint64_t seed = 0; seed < 400; ++seed) {
    const Module tree = arbitrary::tree_of_seed(seed, static_cast<int>(seed % 100));
    ASSERT_NO_THROW(validate(tree)) << seed << '\n' << print(tree);
    texts.push_back(print(tree));
    ASSERT_TRUE(parse(texts.back()) == tree) << seed << '\n' << print(tree);
  }
  expect_same_in_python(texts);
}

const std::vector<std::string> corners = {
    "x = -1 ** 2; x = (-1) ** -2 ** 3; x = (a ** b) ** c; x = 2 ** -a ** b",
    "x = not a == b; x = (not a) == b; x = not not a; x = -(not a)",
    "x = a < b <= c != d is not e not in f in (g < h)",
    "x = a or b and not c or (d or e) and (f and g)",
    "x = a if b else c if d else e; x = (a if b else c) if (d if e else f) else g",
    "x = lambda: (yield); x = (lambda a, b=1, *c, d, e=2, **f: a if b else c)(1)",
    "x = a | b ^ c & d << e + f * g ** h; x = ((((a | b) ^ c) & d) << e) + f",
    "x = a - b - c; x = a - (b - c); x = a / b * c // d % e @ f",
    "x = ~-+a; x = a - -b; x = (a, b)[0]; x = (1).real + 1.5.real + 1..real",
    "x = 1,; x = (); x, = y; *x, y = z; (x, (y, *z)), [w] = v; x = y = z, w",
    "x[a, b:c, ::d, :]; x[a:b,]; x[a,]; x[()]; x[(*a, b)]; x[lambda: 1:2]",
    "f(a for b in c); f((a for b in c), d); f(*a, b, *c, d=e, **g, h=i)",
    "x = {**a | b, c: d, **(e or f)}; x = {*a, b}; x = {a: b for a, b in c}; x = {}",
    "x = [a for b in c if d if e for f, in g]; x = [a for *b, c in d]",
    "x = 0xFF + 0o17 + 0b101 + 1_000_000 + 00 + 0_0 + 123456789012345678901234567890",
    "x = 1e5 + .5 + 5. + 1e400 + 1e-400 + 0.1 + 1_0.0_1e-1_0 + 09.5",
    R"(x = 'a' "b" r'\d' '''c"d''' ; x = b'\xff' rb'\x' B"a")",
    R"(x = '\ud800\U0001F600\101\x7f\a\b\f\v\0' 'it\'s "so"')",
    "x = 'line \\\n on'; x = '''a\n\nb'''",
    "x = f'' f'a' 'b{}' f'{{}}{c}d'; x = f'{a!r:>{b}{c}}' rf'\\d{e}'",
    R"(x = f'{a["b"]}{ {1: 2}[c] }{(lambda: 1)()}{d if e else g}{h != i}{j, k}{l:%H:%M}')",
    R"(x = f'''{f"{f'{a}'}"}''' f'{a:{b:c}}{a:\x7b}{b:}' f'{"#"}')",
    "def f(a, b=1, *c, d, e=2, **g): return a, b\ndef g(*, a): return (*a, b)\ndef h(a, *, b=1,): "
    "return",
    "async def f():\n  x = await a ** await b\n  y = -await c; await (await d)\n  return [e async "
    "for e in g if await h]",
    "async def f():\n  yield\n  x = yield a, b\n  yield (yield)\n  return",
    "async def f(): return (await a for b in c), [d for e in (await g async for g in h)]",
    "def f():\n  x = yield\n  x += yield from y\n  z((yield), *(yield))\n  return (yield)",
    "def f():\n  return [a for b in (yield)]",
    "if a: pass\nelif b: pass\nelif c: pass\nelse:\n  if d: pass\n  e",
    "with a, b as c, (d, e) as [g, *h]: pass\nwith ((a, b)): pass\nwith (a), b: pass\nwith (a) as "
    "b.c: pass",
    "try: pass\nexcept (a, b) as c: raise\nexcept d: raise e from f\nexcept: pass\nelse: "
    "pass\nfinally: pass",
    "while a:\n  for b in c, d: continue\n  else: break\nelse: pass",
    "class A(B, *c, metaclass=D, **e):\n  x = 1\n  @staticmethod\n  @a.b(c, d=e)\n  def log(self): "
    "nonlocal_ = self",
    "def f():\n  x = 1\n  def g():\n    nonlocal x\n    global y\n    x = y = 2",
    "class A:\n  def f(self, __a): return self.__a\n  def g(self, __b, _A_b): pass",
    "del a, b[c], (d.e, [g]); assert a, b; assert (a, b)[0]; global x",
    "x = (  # comment\n  1 +\n\n  2)  # more\n# end",
    "x = 1 + \\\n  2\nif a and \\\n  b: c",
    "if a:\n    b\n    # c\n  # d\n\n    e",
    "match = case = type = _ = print; match(case)[type]",
};

TEST(Python, ReadsCornersAlike) {
  for (const std::string& text : corners) ASSERT_NO_THROW(parse_scenario(text)) << text;
  expect_same_in_python(corners);
}

std::string repeated(const std::string& text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

/// The largest n whose text is accepted.
template <class Text>
std::string deepest(Text text) {
  int n = 1;
  const auto accepted = [&](int depth) {
    try {
      parse_scenario(text(depth));
      return true;
    } catch (const std::runtime_error&) {
      return false;
    }
  };
  while (accepted(n + 1)) ++n;
  EXPECT_GT(n, 10) << text(n);
  return text(n);
}

std::string blocks(const std::string& head, int depth, const std::string& tail = "") {
  std::string text;
  for (int i = 0; i < depth; ++i)
    text += std::string(static_cast<std::size_t>(i), ' ') + head + "\n";
  text += std::string(static_cast<std::size_t>(depth), ' ') + "pass\n";
  for (int i = depth; !tail.empty() && i-- > 0;)
    text += std::string(static_cast<std::size_t>(i), ' ') + tail + "\n";
  return text;
}

TEST(Python, IsNotExhaustedByTheDeepestTexts) {
  const auto nested = [](const std::string& open, const std::string& inner,
                         const std::string& close) {
    return deepest([&](int n) { return repeated(open, n) + inner + repeated(close, n); });
  };
  expect_same_in_python({
      nested("(", "a", ")"),
      nested("[", "a", "]"),
      nested("{1: ", "a", "}"),
      nested("a(", "a", ")"),
      nested("a[", "a", "]"),
      nested("(a, ", "a", ")"),
      nested("[a for a in ", "a", "]"),
      nested("lambda: ", "a", ""),
      nested("-", "a", ""),
      nested("not ", "a", ""),
      nested("a ** ", "a", ""),
      nested("a if a else ", "a", ""),
      nested("a + (", "a", ")"),
      nested("", "a", ".a"),
      nested("", "a", "()"),
      nested("", "a", " + a"),
      nested("-(", "a", ")"),
      nested("f(*", "a", ")"),
      deepest([](int n) { return blocks("if a:", n); }),
      deepest([](int n) { return blocks("def f(a):", n); }),
      deepest([](int n) { return blocks("class A:", n); }),
      deepest([](int n) { return blocks("for a in b:", n); }),
      deepest([](int n) { return "with " + repeated("a, ", n) + "a: pass"; }),
      deepest([](int n) { return "if a: pass\n" + repeated("elif b: pass\n", n); }),
  });
}

TEST(Python, IsNotExhaustedByNestedHandlers) {
  const auto handlers = [](int n) {
    std::string text;
    for (int i = 0; i < n; ++i) {
      const std::string indent(static_cast<std::size_t>(i), ' ');
      text += indent + "try: pass\n" + indent + "except a as b:\n";
    }
    return text + std::string(static_cast<std::size_t>(n), ' ') + "pass\n";
  };
  int n = 1;
  const auto accepted = [&](int depth) {
    try {
      parse_scenario(handlers(depth));
      return true;
    } catch (const InvalidScenario&) {
      return false;
    }
  };
  while (accepted(n + 1)) ++n;
  EXPECT_GE(n, 4);
  expect_same_in_python({handlers(n), blocks("try:", 5, "finally: pass")});
}

}  // namespace
}  // namespace touchstone::scenario
