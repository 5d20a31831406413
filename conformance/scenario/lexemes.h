/// How far a number or a string reaches: the tokenizer's larger rules, on the text that is left.
/// Internal to the parser.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace touchstone::scenario {

/// Length of the number that `text` starts with; 0 for a prefix (0x) without digits.
std::size_t number_length(std::string_view text);

/// Length of the string's prefix (r, b, f ...) where a string starts `text`; any three letters
/// count.
std::optional<std::size_t> string_prefix_length(std::string_view text);
bool is_string_prefix(std::string_view prefix);

/// Quotes of the string literal whose prefix is past: ', ", ''' or """.
std::string_view opening_quotes(std::string_view text);
/// Length from the opening quotes to the closing ones, both included; nothing where it is never
/// closed.
std::optional<std::size_t> quoted_length(std::string_view text);

}  // namespace touchstone::scenario
