#include <algorithm>
#include <cstdlib>

#include "conformance/native/operations/numbers.h"
#include "conformance/native/runtime/integer.h"

namespace touchstone::native {
namespace {

bool is_space(char32_t point) {
  return point == ' ' || (point >= 9 && point <= 13) || point == 0x85 || point == 0xa0 ||
         (point >= 0x1c && point <= 0x1f);
}

/// ASCII without surrounding space; none where another character stands in it.
std::optional<std::string> stripped_ascii(std::u32string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  std::string ascii;
  for (const char32_t point : text) {
    if (point >= 0x80) return std::nullopt;
    ascii += static_cast<char>(point);
  }
  return ascii;
}

/// Drops underscores that stand between digits; false where one stands elsewhere.
bool drop_underscores(std::string& digits) {
  for (std::size_t at = 0; at < digits.size(); ++at) {
    if (digits[at] != '_') continue;
    const bool between = at > 0 && at + 1 < digits.size() &&
                         std::isalnum(static_cast<unsigned char>(digits[at - 1])) != 0 &&
                         std::isalnum(static_cast<unsigned char>(digits[at + 1])) != 0;
    if (!between) return false;
  }
  std::erase(digits, '_');
  return true;
}

int prefix_base(std::string_view digits) {
  if (digits.size() < 2 || digits[0] != '0') return 0;
  switch (digits[1] | 0x20) {
    case 'x':
      return 16;
    case 'o':
      return 8;
    case 'b':
      return 2;
    default:
      return 0;
  }
}

}  // namespace

std::optional<Value> parse_int(std::u32string_view text, int base) {
  auto ascii = stripped_ascii(text);
  if (!ascii || ascii->empty()) return std::nullopt;
  std::string digits = *ascii;
  const bool negative = digits[0] == '-';
  if (negative || digits[0] == '+') digits.erase(0, 1);
  const int prefixed = prefix_base(digits);
  if (prefixed != 0 && (base == 0 || base == prefixed)) {
    digits.erase(0, digits.size() > 2 && digits[2] == '_' ? 3 : 2);
    base = prefixed;
  } else if (base == 0) {
    base = 10;
    if (digits.size() > 1 && digits[0] == '0' &&
        digits.find_first_not_of("0_") != std::string::npos)
      return std::nullopt;
  }
  if (digits.empty() || !drop_underscores(digits)) return std::nullopt;
  if (!std::ranges::all_of(digits, [](unsigned char c) { return std::isalnum(c) != 0; }))
    return std::nullopt;
  mpz_class number;
  if (number.set_str(digits, base) != 0) return std::nullopt;
  return make_int(negative ? mpz_class(-number) : number);
}

std::optional<double> parse_float(std::u32string_view text) {
  auto ascii = stripped_ascii(text);
  if (!ascii || ascii->empty() || !drop_underscores(*ascii)) return std::nullopt;
  std::string lower = *ascii;
  std::ranges::transform(lower, lower.begin(),
                         [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  const std::string bare = lower.substr(lower[0] == '-' || lower[0] == '+' ? 1 : 0);
  const bool word = bare == "inf" || bare == "infinity" || bare == "nan";
  if (!word && (bare.find_first_not_of("0123456789.e+-") != std::string::npos ||
                bare.find_first_of("0123456789") == std::string::npos)) {
    return std::nullopt;
  }
  char* end = nullptr;
  const double number = std::strtod(lower.c_str(), &end);
  if (*end != '\0') return std::nullopt;
  return number;
}

}  // namespace touchstone::native
