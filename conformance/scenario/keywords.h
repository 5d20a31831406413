/// Which words are names. Soft keywords (match, case, type, _) are names, as in Python 3.8.
#pragma once

#include <string_view>

namespace touchstone::scenario {

bool is_keyword(std::string_view word);

/// ASCII letters, digits and underscores, not beginning with a digit; no keyword; not `__debug__`,
/// which Python never binds.
bool is_identifier(std::string_view word);

constexpr bool starts_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool continues_name(char c) { return starts_name(c) || is_digit(c); }

}  // namespace touchstone::scenario
