#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <nlohmann/json.hpp>

#include "conformance/scenario/arbitrary_tree.h"
#include "conformance/scenario/parse.h"
#include "conformance/scenario/print.h"
#include "conformance/scenario/tree_json.h"
#include "conformance/scenario/validate.h"
#include "conformance/scenario/walk.h"

namespace touchstone::scenario {
namespace {

RC_GTEST_PROP(Tree, PrintsToTextThatParsesToIt, ()) {
  const Module tree = *arbitrary::tree();
  const std::string text = print(tree);
  const Module back = parse_scenario(text);
  RC_ASSERT(back == tree);
  RC_ASSERT(print(back) == text);
}

RC_GTEST_PROP(Tree, TravelsAsJson, ()) {
  const Module tree = *arbitrary::tree();
  RC_ASSERT(decode_tree_text(encode(tree).dump()) == tree);
}

RC_GTEST_PROP(Tree, KnowsWhereItStoodWhenItTravels, ()) {
  const Module tree = parse(print(*arbitrary::tree()));
  RC_ASSERT(encode(decode_tree(encode(tree))) == encode(tree));
}

RC_GTEST_PROP(Tree, IsAcceptedAndLowEnough, ()) {
  const Module tree = *arbitrary::tree();
  validate(tree);
  RC_ASSERT(height(tree) <= max_height);
}

/// Parses, validates, prints and parses again; what is refused is refused with a typed error.
void survive(const std::string& text) {
  try {
    const Module tree = parse(text);
    validate(tree);
    RC_ASSERT(parse(print(tree)) == tree);
  } catch (const ParseError& error) {
    RC_ASSERT(error.line >= 0);
  } catch (const InvalidScenario& error) {
    RC_ASSERT(error.line >= 0);
  }
}

RC_GTEST_PROP(Parser, SurvivesRandomBytes, (const std::string& bytes)) { survive(bytes); }

RC_GTEST_PROP(Parser, SurvivesRandomTokens, ()) {
  const auto token = rc::gen::elementOf(std::vector<std::string>{
      "a",      "1",       ".5",     "'x'",  "f'{a}'",  "b'y'",    " ",    "\n",    "\n    ",
      ":",      ",",       "(",      ")",    "[",       "]",       "{",    "}",     "=",
      "==",     "*",       "**",     "-",    ".",       "@",       ";",    "def ",  "async ",
      "await ", "yield ",  "from ",  "for ", "in ",     "if ",     "else", "elif ", "lambda ",
      "class ", "with ",   " as ",   "try",  "except ", "finally", "not ", "is ",   "return ",
      "del ",   "global ", "raise ", "\\\n", "#",       "'''",     "f'",   "{{",    "!r"});
  std::string text;
  for (const std::string& part : *rc::gen::container<std::vector<std::string>>(token)) text += part;
  survive(text);
}

RC_GTEST_PROP(Parser, SurvivesMutationsOfScenarios,
              (std::size_t where, std::size_t length, const std::string& instead)) {
  std::string text = print(*arbitrary::tree());
  if (text.empty()) return;
  where %= text.size();
  survive(text.replace(where, length % 8, instead));
}

RC_GTEST_PROP(TreeDecoder, SurvivesMutationsOfJson,
              (std::size_t where, const std::string& instead)) {
  std::string text = encode(*arbitrary::tree()).dump();
  where %= text.size();
  try {
    const Module tree = decode_tree_text(text.replace(where, 1, instead));
    print(tree);
    validate(tree);
    RC_ASSERT(parse(print(tree)) == tree);
  } catch (const TreeError&) {
  } catch (const InvalidScenario&) {
  }
}

}  // namespace
}  // namespace touchstone::scenario
