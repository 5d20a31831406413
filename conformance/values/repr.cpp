#include "conformance/values/repr.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <ostream>
#include <utility>

#include "conformance/values/unicode.h"

namespace touchstone {
namespace {

constexpr std::size_t most_decimal_digits = 4000;

std::string hex(char32_t number, std::size_t width) {
  static constexpr std::string_view digits = "0123456789abcdef";
  std::string text(width, '0');
  for (std::size_t i = width; i-- > 0; number >>= 4) text[i] = digits[number & 0xF];
  return text;
}

/// Invisible or confusing in a report: controls, separators, marks of direction, private use, what
/// is unassigned for ever.
bool needs_escape(char32_t point) {
  static constexpr std::array<std::pair<char32_t, char32_t>, 11> ranges{{{0, 0x1F},
                                                                         {0x7F, 0xA0},
                                                                         {0xAD, 0xAD},
                                                                         {0x1680, 0x1680},
                                                                         {0x2000, 0x200F},
                                                                         {0x2028, 0x202F},
                                                                         {0x205F, 0x206F},
                                                                         {0x3000, 0x3000},
                                                                         {0xD800, 0xF8FF},
                                                                         {0xFEFF, 0xFEFF},
                                                                         {0xFFF0, 0xFFFB}}};
  if ((point & 0xFFFE) == 0xFFFE || point >= 0xE0000) return true;
  return std::ranges::any_of(
      ranges, [&](auto range) { return point >= range.first && point <= range.second; });
}

std::string numeric_escape(char32_t point) {
  if (point < 0x100) return "\\x" + hex(point, 2);
  if (point < 0x10000) return "\\u" + hex(point, 4);
  return "\\U" + hex(point, 8);
}

/// The escape of `point` between `quote`s, or nothing where it stands for itself.
std::string escape(char32_t point, char32_t quote) {
  if (point == quote || point == U'\\') return {'\\', static_cast<char>(point)};
  if (point == U'\n') return "\\n";
  if (point == U'\r') return "\\r";
  if (point == U'\t') return "\\t";
  return needs_escape(point) ? numeric_escape(point) : "";
}

template <class Points>
char quote_for(const Points& points) {
  const auto has = [&](char quote) {
    return std::ranges::find(points, quote) != std::ranges::end(points);
  };
  return has('\'') && !has('"') ? '"' : '\'';
}

/// to_chars' scientific digits: "d.ddde-XX" as sign, digits and the power of ten of the first
/// digit.
struct Scientific {
  bool negative;
  std::string digits;
  int exponent;
};

Scientific shortest_digits(double number) {
  std::array<char, 64> buffer{};
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), std::abs(number),
                                 std::chars_format::scientific);
  std::string text(buffer.data(), end.ptr);
  const std::size_t mark = text.find('e');
  Scientific parts{std::signbit(number), text.substr(0, mark), std::stoi(text.substr(mark + 1))};
  std::erase(parts.digits, '.');
  return parts;
}

std::string exponent_form(const Scientific& parts) {
  std::string text = parts.digits.substr(0, 1);
  if (parts.digits.size() > 1) text += "." + parts.digits.substr(1);
  const std::string power = std::to_string(std::abs(parts.exponent));
  return text + (parts.exponent < 0 ? "e-" : "e+") + (power.size() < 2 ? "0" : "") + power;
}

std::string positional_form(const Scientific& parts) {
  const int count = static_cast<int>(parts.digits.size());
  if (parts.exponent < 0) {
    return "0." + std::string(static_cast<std::size_t>(-parts.exponent - 1), '0') + parts.digits;
  }
  if (count <= parts.exponent + 1) {
    return parts.digits + std::string(static_cast<std::size_t>(parts.exponent + 1 - count), '0') +
           ".0";
  }
  const auto whole = static_cast<std::size_t>(parts.exponent + 1);
  return parts.digits.substr(0, whole) + "." + parts.digits.substr(whole);
}

std::string joined(const Values& items) {
  std::string text;
  for (const Value& item : items) text += (text.empty() ? "" : ", ") + repr(item);
  return text;
}

std::string repr_of(std::monostate) { return "None"; }
std::string repr_of(bool truth) { return truth ? "True" : "False"; }
std::string repr_of(const Integer& number) { return integer_repr(number); }
std::string repr_of(double number) { return float_repr(number); }
std::string repr_of(const Text& text) { return text_repr(text.points); }
std::string repr_of(const Bytes& bytes) { return bytes_repr(bytes.data); }
std::string repr_of(const List& list) { return "[" + joined(list.items) + "]"; }
std::string repr_of(const Tuple& tuple) {
  return "(" + joined(tuple.items) + (tuple.items.size() == 1 ? ",)" : ")");
}
std::string repr_of(const Set& set) {
  const std::string items = set.items.empty() ? "" : "{" + joined(set.items) + "}";
  if (set.frozen) return "frozenset(" + items + ")";
  return items.empty() ? "set()" : items;
}
std::string repr_of(const Dict& dict) {
  std::string text;
  for (const auto& [key, value] : dict.items) {
    text += (text.empty() ? "" : ", ") + repr(key) + ": " + repr(value);
  }
  return "{" + text + "}";
}
std::string repr_of(const ErrorValue& error) {
  std::string inside = joined(error.args);
  if (error.members.empty()) return error.type + "(" + inside + ")";
  for (const ErrorValue& member : error.members)
    inside += (inside.empty() ? "" : ", ") + repr_of(member);
  return error.type + "(" + inside + ")";
}
std::string repr_of(const ObjectValue& object) {
  if (object.kind == "type") return "<class " + object.name + ">";
  return "<" + object.kind + " #" + std::to_string(object.ref) + ">";
}
std::string repr_of(TooDeep) { return "..."; }

template <class T>
std::string repr_of(const std::shared_ptr<const T>& held) {
  return repr_of(*held);
}

}  // namespace

std::string integer_repr(const Integer& number) {
  if (mpz_sizeinbase(number.get_mpz_t(), 10) <= most_decimal_digits) return number.get_str();
  return (sgn(number) < 0 ? "-0x" : "0x") + Integer(abs(number)).get_str(16);
}

std::string float_repr(double number) {
  if (std::isnan(number)) return "nan";
  if (std::isinf(number)) return number < 0 ? "-inf" : "inf";
  const Scientific parts = shortest_digits(number);
  const bool positional = parts.exponent >= -4 && parts.exponent < 16;
  return (parts.negative ? "-" : "") + (positional ? positional_form(parts) : exponent_form(parts));
}

std::string text_body(std::u32string_view points, char quote) {
  std::string text;
  for (const char32_t point : points) {
    const std::string escaped = escape(point, static_cast<char32_t>(quote));
    if (escaped.empty()) {
      unicode::append_utf8(text, point);
    } else {
      text += escaped;
    }
  }
  return text;
}

std::string text_repr(std::u32string_view points) {
  const char quote = quote_for(points);
  return quote + text_body(points, quote) + quote;
}

std::string bytes_repr(std::string_view data) {
  const char quote = quote_for(data);
  std::string text = {'b', quote};
  for (const char item : data) {
    const auto byte = static_cast<unsigned char>(item);
    const std::string escaped =
        byte >= 0x80 ? numeric_escape(byte) : escape(byte, static_cast<char32_t>(quote));
    text += escaped.empty() ? std::string(1, item) : escaped;
  }
  return text + quote;
}

std::string repr(const Value& value) {
  return std::visit([](const auto& held) { return repr_of(held); }, value.variant());
}

void PrintTo(const Value& value, std::ostream* out) { *out << repr(value); }

}  // namespace touchstone
