#include "conformance/values/wire_scalars.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

#include "conformance/values/unicode.h"

namespace touchstone::wire {
namespace {

using nlohmann::json;

constexpr std::size_t longest_excerpt = 80;

/// Never looks inside what may be deep.
std::string describe(const json& found) {
  if (found.is_array()) return "an array of " + std::to_string(found.size());
  if (found.is_object() && found.size() != 1) return "an object of " + std::to_string(found.size());
  if (found.is_object()) return "an object with the key " + json(found.begin().key()).dump();
  std::string text = found.dump(-1, ' ', true, json::error_handler_t::replace);
  if (text.size() > longest_excerpt) text = text.substr(0, longest_excerpt) + "...";
  return text;
}

bool is_lower_hex(std::string_view text) {
  return std::ranges::all_of(
      text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

/// digits, then .digits, then e digits: what Python's repr of a finite float looks like.
bool is_float_repr(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  if (const auto mark = text.find('e'); mark != std::string_view::npos) {
    std::string_view power = text.substr(mark + 1);
    if (power.starts_with('-') || power.starts_with('+')) power.remove_prefix(1);
    if (!all_digits(power)) return false;
    text = text.substr(0, mark);
  }
  const auto point = text.find('.');
  if (point == std::string_view::npos) return all_digits(text);
  return all_digits(text.substr(0, point)) && all_digits(text.substr(point + 1));
}

int hex_digit(char c) { return c <= '9' ? c - '0' : c - 'a' + 10; }

}  // namespace

std::string Place::path() const {
  if (parent == nullptr) return std::string(key);
  if (key.empty()) return parent->path() + "[" + std::to_string(index) + "]";
  return parent->path() + "." + std::string(key);
}

void Place::fail(const json& found, const std::string& expected) const {
  throw WireError("value at " + path() + ": found " + describe(found) + ", expected " + expected);
}

const json& expect_array(const json& found, const Place& place) {
  if (!found.is_array()) place.fail(found, "an array");
  return found;
}

const std::string& expect_string(const json& found, const Place& place, const char* expected) {
  if (!found.is_string()) place.fail(found, expected);
  return found.get_ref<const std::string&>();
}

std::optional<std::uint64_t> ordinal_of(const json& found) {
  if (found.is_number_unsigned()) return found.get<std::uint64_t>();
  if (!found.is_number_integer() || found.get<std::int64_t>() < 0) return std::nullopt;
  return static_cast<std::uint64_t>(found.get<std::int64_t>());
}

bool all_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

Value decode_bare_integer(const json& found, const Place& place) {
  const auto ordinal = ordinal_of(found);
  const bool fits = ordinal ? *ordinal <= static_cast<std::uint64_t>(largest_bare_integer)
                            : found.get<std::int64_t>() >= -largest_bare_integer;
  if (!fits) place.fail(found, "{\"int\":hex}: it is beyond 2^53");
  return found.get<std::int64_t>();
}

Value decode_bare_number(const json& found, const Place& place) {
  const double number = found.get<double>();
  if (!std::isfinite(number) || std::trunc(number) == number) {
    place.fail(found, "{\"float\":repr}: only floats with a fractional part stand bare");
  }
  return number;
}

Value decode_bare_text(const json& found, const Place& place) {
  try {
    return Value(found.get_ref<const std::string&>());
  } catch (const unicode::IllFormed& error) {
    place.fail(found, std::string("valid UTF-8; it is ") + error.what());
  }
}

Value decode_int(const json& body, const Place& place) {
  static constexpr const char* expected =
      "hex beyond 2^53 such as \"-0x1f000000000000\" (lower case, no leading zero)";
  std::string_view digits = expect_string(body, place, expected);
  const bool negative = digits.starts_with('-');
  if (negative) digits.remove_prefix(1);
  if (!digits.starts_with("0x")) place.fail(body, expected);
  digits.remove_prefix(2);
  if (digits.empty() || digits.front() == '0' || !is_lower_hex(digits)) place.fail(body, expected);
  Integer number(std::string(digits), 16);
  if (cmp(number, largest_bare_integer) <= 0) place.fail(body, "a bare integer: it is within 2^53");
  return negative ? Integer(-number) : number;
}

Value decode_float(const json& body, const Place& place) {
  static constexpr const char* expected =
      "the repr of an integral float, \"inf\", \"-inf\" or \"nan\"";
  const std::string& text = expect_string(body, place, expected);
  if (text == "nan") return std::numeric_limits<double>::quiet_NaN();
  if (text == "inf") return std::numeric_limits<double>::infinity();
  if (text == "-inf") return -std::numeric_limits<double>::infinity();
  double number = 0;
  const char* end = text.data() + text.size();
  if (!is_float_repr(text) || std::from_chars(text.data(), end, number).ec != std::errc{})
    place.fail(body, expected);
  if (std::trunc(number) != number) place.fail(body, "a bare number: it has a fractional part");
  return number;
}

Value decode_points(const json& body, const Place& place) {
  Text text;
  for (const json& item : expect_array(body, place)) {
    const auto point = ordinal_of(item);
    if (!point || *point > unicode::last_code_point) {
      place.fail(item, "a code point (0 to 1114111)");
    }
    text.points.push_back(static_cast<char32_t>(*point));
  }
  if (std::ranges::all_of(text.points, unicode::is_scalar))
    place.fail(body, "a JSON string: this is valid Unicode");
  return text;
}

Value decode_bytes(const json& body, const Place& place) {
  static constexpr const char* expected = "an even number of hex digits in lower case";
  const std::string& hex = expect_string(body, place, expected);
  if (hex.size() % 2 != 0 || !is_lower_hex(hex)) place.fail(body, expected);
  Bytes bytes;
  for (std::size_t i = 0; i < hex.size(); i += 2) {
    bytes.data += static_cast<char>(hex_digit(hex[i]) * 16 + hex_digit(hex[i + 1]));
  }
  return bytes;
}

}  // namespace touchstone::wire
