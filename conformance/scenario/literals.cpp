#include "conformance/scenario/literals.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <optional>

#include "conformance/scenario/keywords.h"
#include "conformance/scenario/lexemes.h"
#include "conformance/values/unicode.h"

namespace touchstone::scenario {
namespace {

constexpr std::size_t most_decimal_digits = 4300;

int base_of(std::string_view digits) {
  if (digits.size() < 2 || digits[0] != '0') return 10;
  switch (digits[1]) {
    case 'x':
    case 'X':
      return 16;
    case 'o':
    case 'O':
      return 8;
    case 'b':
    case 'B':
      return 2;
    default:
      return 10;
  }
}

Value integer_value(const std::string& digits, const Token& token) {
  const int base = base_of(digits);
  if (base != 10) return Integer(digits.substr(2), base);
  if (digits.front() == '0' && digits.find_first_not_of('0') != std::string::npos) {
    throw ParseError(token.at, describe(token), "an int without leading zeros (0o7 is octal)",
                     "leading zeros");
  }
  if (digits.size() > most_decimal_digits) {
    throw ParseError(token.at, std::to_string(digits.size()) + " digits",
                     "at most 4300 decimal digits, or hexadecimal",
                     "Python refuses longer decimal numbers");
  }
  return Integer(digits, 10);
}

/// Decides what from_chars does not say: whether digits out of range are too large or too small.
/// The place of the first digit that is not zero, plus the exponent, has its sign.
bool is_huge(std::string_view digits) {
  const std::size_t mark = std::min(digits.find_first_of("eE"), digits.size());
  const std::string_view mantissa = digits.substr(0, mark);
  const auto point = static_cast<long>(std::min(mantissa.find('.'), mantissa.size()));
  const auto first = static_cast<long>(mantissa.find_first_not_of("0."));
  long exponent = 0;
  if (mark < digits.size()) {
    std::string_view power = digits.substr(mark + 1);
    if (power.starts_with('+')) power.remove_prefix(1);
    const auto read = std::from_chars(power.data(), power.data() + power.size(), exponent);
    if (read.ec != std::errc{}) return !power.starts_with('-');
  }
  return point - first + exponent > 0;
}

Value float_value(const std::string& digits) {
  double number = 0;
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (read.ec == std::errc::result_out_of_range) {
    return is_huge(digits) ? std::numeric_limits<double>::infinity() : 0.0;
  }
  return number;
}

int hex_digit(char c) {
  if (is_digit(c)) return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return 16;
}

/// Reads the escapes of one literal.
class Escapes {
 public:
  Escapes(std::string_view body, bool text, Position at) : body_(body), text_(text), at_(at) {}

  bool at_end() const { return body_.empty(); }

  char32_t take_code_point() {
    const auto decoded = unicode::decode_first(body_);
    body_.remove_prefix(decoded->length);
    return decoded->point;
  }

  /// After a backslash; nothing for a line that goes on.
  std::optional<char32_t> take_escape() {
    static constexpr std::string_view letters = "\\'\"abfnrtv";
    static constexpr std::string_view meanings = "\\'\"\a\b\f\n\r\t\v";
    const char letter = body_.front();
    if (letter >= '0' && letter <= '7') return octal();
    body_.remove_prefix(1);
    if (letter == '\n') return std::nullopt;
    if (letter == 'x') return hex(2, letter);
    if (text_ && letter == 'u') return hex(4, letter);
    if (text_ && letter == 'U') return hex(8, letter);
    const std::size_t known = letters.find(letter);
    if (known == std::string_view::npos) unknown(letter);
    return static_cast<unsigned char>(meanings[known]);
  }

 private:
  char32_t octal() {
    char32_t number = 0;
    for (int i = 0; i < 3 && !body_.empty() && body_.front() >= '0' && body_.front() <= '7'; ++i) {
      number = number * 8 + static_cast<char32_t>(body_.front() - '0');
      body_.remove_prefix(1);
    }
    if (number > 0xFF) fail("an octal escape past \\377", "\\0 to \\377");
    return number;
  }

  char32_t hex(std::size_t digits, char letter) {
    char32_t number = 0;
    for (std::size_t i = 0; i < digits; ++i) {
      const int digit = i < body_.size() ? hex_digit(body_[i]) : 16;
      if (digit == 16)
        fail(std::string("a short \\") + letter, std::to_string(digits) + " hex digits");
      number = number * 16 + static_cast<char32_t>(digit);
    }
    body_.remove_prefix(digits);
    if (number > unicode::last_code_point) fail("a code point past \\U0010ffff", "a code point");
    return number;
  }

  [[noreturn]] void unknown(char letter) {
    if (text_ && letter == 'N') fail("\\N{...}", "the character itself or \\u with its number");
    fail("an unknown escape", "\\\\ for a backslash, or the prefix r");
  }

  [[noreturn]] void fail(const std::string& found, const std::string& expected) {
    throw ParseError(at_, found, expected, "an escape in this string is wrong");
  }

  std::string_view body_;
  bool text_;
  Position at_;
};

}  // namespace

Value number_value(const Token& token) {
  std::string digits(token.text);
  std::erase(digits, '_');
  const bool is_float = base_of(digits) == 10 && digits.find_first_of(".eE") != std::string::npos;
  return is_float ? float_value(digits) : integer_value(digits, token);
}

StringToken split_string(const Token& token) {
  const std::size_t prefix = token.text.find_first_of("'\"");
  StringToken parts;
  for (const char c : token.text.substr(0, prefix)) {
    parts.raw = parts.raw || c == 'r' || c == 'R';
    parts.bytes = parts.bytes || c == 'b' || c == 'B';
    parts.formatted = parts.formatted || c == 'f' || c == 'F';
  }
  const std::string_view quoted = token.text.substr(prefix);
  const std::size_t quotes = opening_quotes(quoted).size();
  parts.body = quoted.substr(quotes, quoted.size() - 2 * quotes);
  return parts;
}

std::u32string decode_text_body(std::string_view body, bool raw, Position at) {
  std::u32string points;
  Escapes rest(body, true, at);
  while (!rest.at_end()) {
    const char32_t point = rest.take_code_point();
    if (raw || point != '\\') {
      points += point;
    } else if (const auto meant = rest.take_escape()) {
      points += *meant;
    }
  }
  return points;
}

std::string decode_bytes_body(std::string_view body, bool raw, Position at) {
  std::string data;
  Escapes rest(body, false, at);
  while (!rest.at_end()) {
    const char32_t point = rest.take_code_point();
    if (point >= 0x80) {
      throw ParseError(at, "a character beyond ASCII", "ASCII, or \\x escapes",
                       "bytes literals are ASCII");
    }
    if (raw || point != '\\') {
      data += static_cast<char>(point);
    } else if (const auto meant = rest.take_escape()) {
      data += static_cast<char>(*meant);
    }
  }
  return data;
}

}  // namespace touchstone::scenario
