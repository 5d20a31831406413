#include "conformance/scenario/keywords.h"

#include <algorithm>
#include <array>

namespace touchstone::scenario {
namespace {

constexpr std::array<std::string_view, 35> keywords = {
    "False", "None",     "True",  "and",    "as",   "assert", "async",  "await",    "break",
    "class", "continue", "def",   "del",    "elif", "else",   "except", "finally",  "for",
    "from",  "global",   "if",    "import", "in",   "is",     "lambda", "nonlocal", "not",
    "or",    "pass",     "raise", "return", "try",  "while",  "with",   "yield"};
static_assert(std::ranges::is_sorted(keywords));

}  // namespace

bool is_keyword(std::string_view word) {
  constexpr std::size_t longest = std::string_view("nonlocal").size();
  return word.size() <= longest && std::ranges::binary_search(keywords, word);
}

bool is_identifier(std::string_view word) {
  return !word.empty() && starts_name(word.front()) && std::ranges::all_of(word, continues_name) &&
         !is_keyword(word) && word != "__debug__";
}

}  // namespace touchstone::scenario
