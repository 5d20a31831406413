#include "conformance/scenario/lexemes.h"

#include <algorithm>
#include <string>

#include "conformance/scenario/keywords.h"

namespace touchstone::scenario {
namespace {

using IsDigit = bool (*)(char);

char at(std::string_view text, std::size_t index) {
  return index < text.size() ? text[index] : '\0';
}

bool is_hex_digit(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}
bool is_octal_digit(char c) { return c >= '0' && c <= '7'; }
bool is_binary_digit(char c) { return c == '0' || c == '1'; }

/// The end of the digits from `from` on; an underscore may stand before a digit.
std::size_t digits_end(std::string_view text, std::size_t from, IsDigit is_digit_of_base) {
  std::size_t end = from;
  while (is_digit_of_base(at(text, end)) ||
         (at(text, end) == '_' && is_digit_of_base(at(text, end + 1)))) {
    ++end;
  }
  return end;
}

/// An underscore does not begin a decimal part.
std::size_t decimals_end(std::string_view text, std::size_t from) {
  return is_digit(at(text, from)) ? digits_end(text, from, is_digit) : from;
}

IsDigit digit_of_prefix(std::string_view text) {
  if (at(text, 0) != '0') return nullptr;
  switch (at(text, 1)) {
    case 'x':
    case 'X':
      return is_hex_digit;
    case 'o':
    case 'O':
      return is_octal_digit;
    case 'b':
    case 'B':
      return is_binary_digit;
    default:
      return nullptr;
  }
}

std::size_t decimal_length(std::string_view text) {
  std::size_t end = decimals_end(text, 0);
  if (at(text, end) == '.') end = decimals_end(text, end + 1);
  if (at(text, end) != 'e' && at(text, end) != 'E') return end;
  const bool has_sign = at(text, end + 1) == '+' || at(text, end + 1) == '-';
  const std::size_t power = end + (has_sign ? 2 : 1);
  return is_digit(at(text, power)) ? decimals_end(text, power) : end;
}

}  // namespace

std::size_t number_length(std::string_view text) {
  const IsDigit is_digit_of_base = digit_of_prefix(text);
  if (is_digit_of_base == nullptr) return decimal_length(text);
  const std::size_t end = digits_end(text, 2, is_digit_of_base);
  return end == 2 ? 0 : end;
}

std::optional<std::size_t> string_prefix_length(std::string_view text) {
  std::size_t length = 0;
  while (length < 3 && starts_name(at(text, length))) ++length;
  if (at(text, length) == '"' || at(text, length) == '\'') return length;
  return std::nullopt;
}

bool is_string_prefix(std::string_view prefix) {
  static constexpr std::string_view known[] = {"", "r", "b", "f", "rb", "br", "rf", "fr"};
  std::string lower(prefix);
  for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return std::ranges::find(known, lower) != std::end(known);
}

std::string_view opening_quotes(std::string_view text) {
  const bool triple = text.size() >= 3 && text[1] == text[0] && text[2] == text[0];
  return text.substr(0, triple ? 3 : 1);
}

std::optional<std::size_t> quoted_length(std::string_view text) {
  const std::string_view quotes = opening_quotes(text);
  std::size_t end = quotes.size();
  while (end < text.size()) {
    if (text.substr(end).starts_with(quotes)) return end + quotes.size();
    if (quotes.size() == 1 && text[end] == '\n') return std::nullopt;
    end += text[end] == '\\' ? 2 : 1;
  }
  return std::nullopt;
}

}  // namespace touchstone::scenario
