/// Text of JSON as it is written: compact, in one line, ASCII only. Objects of JSON in between
/// would cost several times as much.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace touchstone::json_text {

/// Printable ASCII that needs no escape within quotes.
constexpr bool stands_for_itself(char byte) {
  return byte >= ' ' && byte <= '~' && byte != '"' && byte != '\\';
}

inline bool stands_for_itself(std::string_view text) {
  return std::ranges::all_of(text, [](char byte) { return stands_for_itself(byte); });
}

/// Within quotes. Throws nlohmann's type_error where `utf8` is not UTF-8.
void append_text(std::string& json, std::string_view utf8);
void append_integer(std::string& json, std::int64_t number);
/// The shortest digits that read back as the same; null where JSON has no such number.
void append_real(std::string& json, double number);

/// An array of what `append` makes of each item.
template <class Items, class Append>
void append_array(std::string& json, const Items& items, Append append) {
  json += '[';
  for (bool first = true; const auto& item : items) {
    if (!std::exchange(first, false)) json += ',';
    append(item);
  }
  json += ']';
}

}  // namespace touchstone::json_text
