#include "conformance/native/builtins/format_spec.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "conformance/native/operations/numbers.h"
#include "conformance/native/runtime/exception.h"
#include "conformance/native/runtime/integer.h"
#include "conformance/values/repr.h"

namespace touchstone::native {
namespace {

using Points = std::u32string;

bool is_align(char32_t point) {
  return point == '<' || point == '>' || point == '^' || point == '=';
}

std::size_t take_digits(std::u32string_view& text) {
  std::size_t number = 0;
  while (!text.empty() && text[0] >= '0' && text[0] <= '9') {
    number = number * 10 + (text[0] - U'0');
    if (number > 100'000'000) throw value_error("Too many decimal digits in format string");
    text.remove_prefix(1);
  }
  return number;
}

bool take(std::u32string_view& text, std::u32string_view any_of, char32_t* taken) {
  if (text.empty() || any_of.find(text[0]) == std::u32string_view::npos) return false;
  *taken = text[0];
  text.remove_prefix(1);
  return true;
}

std::string grouped(std::string digits, char separator, std::size_t size) {
  for (std::size_t at = digits.size(); at > size; at -= size)
    digits.insert(at - size, 1, separator);
  return digits;
}

Points padded(Points text, const FormatSpec& spec, char32_t default_align) {
  if (text.size() >= spec.width) return text;
  const std::size_t missing = spec.width - text.size();
  const char32_t align = spec.align == 0 ? default_align : spec.align;
  const std::size_t left = align == '<' ? 0 : align == '^' ? missing / 2 : missing;
  return Points(left, spec.fill) + text + Points(missing - left, spec.fill);
}

struct Digits {
  bool negative = false;
  std::string prefix;
  std::string whole;
  std::string rest;  // point, fraction, exponent, percent
};

Points assemble(Digits digits, const FormatSpec& spec) {
  const bool decimal = spec.type != 'x' && spec.type != 'X' && spec.type != 'o' && spec.type != 'b';
  std::string sign = digits.negative ? "-" : spec.sign == '+' ? "+" : spec.sign == ' ' ? " " : "";
  sign += digits.prefix;
  if (spec.align == '=' && spec.fill == '0' && spec.grouping != 0) {
    const std::size_t taken = sign.size() + digits.rest.size();
    while (grouped(digits.whole, ',', decimal ? 3 : 4).size() + taken < spec.width)
      digits.whole.insert(0, 1, '0');
  }
  if (spec.grouping != 0)
    digits.whole = grouped(digits.whole, static_cast<char>(spec.grouping), decimal ? 3 : 4);
  std::string body = digits.whole + digits.rest;
  if (spec.align == '=') {
    const std::size_t taken = sign.size() + body.size();
    Points text(sign.begin(), sign.end());
    if (taken < spec.width) text.append(spec.width - taken, spec.fill);
    return text.append(body.begin(), body.end());
  }
  body.insert(0, sign);
  return padded(Points(body.begin(), body.end()), spec, U'>');
}

Points format_int(const Value& number, const FormatSpec& spec) {
  const mpz_class value = big_of(number);
  if (spec.type == 'c') return padded(Points(1, static_cast<char32_t>(value.get_ui())), spec, U'<');
  if (spec.precision) throw value_error("Precision not allowed in integer format specifier");
  Digits digits;
  digits.negative = value < 0;
  const int base = spec.type == 'x' || spec.type == 'X' ? 16
                   : spec.type == 'o'                   ? 8
                   : spec.type == 'b'                   ? 2
                                                        : 10;
  digits.whole = mpz_class(abs(value)).get_str(spec.type == 'X' ? -base : base);
  if (spec.alternate && base != 10) digits.prefix = std::string("0") + static_cast<char>(spec.type);
  return assemble(std::move(digits), spec);
}

std::string printed(double number, char conversion, std::size_t precision, bool alternate) {
  const std::string pattern = std::string("%") + (alternate ? "#" : "") + ".*" + conversion;
  std::string text(400 + precision, '\0');
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  text.resize(static_cast<std::size_t>(std::snprintf(text.data(), text.size(), pattern.c_str(),
                                                     static_cast<int>(precision), number)));
#pragma GCC diagnostic pop
  return text;
}

std::string float_digits(double magnitude, const FormatSpec& spec) {
  const std::size_t precision = spec.precision.value_or(6);
  switch (spec.type) {
    case 0: {
      if (!spec.precision) return float_repr(magnitude);
      std::string text =
          printed(magnitude, 'g', std::max<std::size_t>(precision, 1), spec.alternate);
      const bool bare = text.find_first_of(".einf") == std::string::npos;
      return bare ? text + ".0" : text;
    }
    case '%':
      return printed(magnitude * 100, 'f', precision, spec.alternate) + "%";
    case 'n':
      return printed(magnitude, 'g', std::max<std::size_t>(precision, 1), spec.alternate);
    default:
      return printed(
          magnitude, static_cast<char>(spec.type),
          spec.type == 'g' || spec.type == 'G' ? std::max<std::size_t>(precision, 1) : precision,
          spec.alternate);
  }
}

Points format_float(double number, const FormatSpec& spec) {
  Digits digits;
  digits.negative = std::signbit(number) && !std::isnan(number);
  const std::string text = float_digits(std::abs(number), spec);
  const std::size_t end = std::min(text.find_first_not_of("0123456789"), text.size());
  digits.whole = text.substr(0, end);
  digits.rest = text.substr(end);
  return assemble(std::move(digits), spec);
}

}  // namespace

FormatSpec parse_format_spec(std::u32string_view text) {
  FormatSpec spec;
  if (text.size() > 1 && is_align(text[1])) {
    spec.fill = text[0];
    spec.align = text[1];
    text.remove_prefix(2);
  } else if (!text.empty() && is_align(text[0])) {
    spec.align = text[0];
    text.remove_prefix(1);
  }
  char32_t taken = 0;
  if (take(text, U"+- ", &taken)) spec.sign = taken;
  spec.alternate = take(text, U"#", &taken);
  if (take(text, U"0", &taken) && spec.align == 0) {
    spec.fill = U'0';
    spec.align = U'=';
  }
  spec.width = take_digits(text);
  if (take(text, U",_", &taken)) spec.grouping = taken;
  if (take(text, U".", &taken)) {
    if (text.empty() || text[0] < '0' || text[0] > '9')
      throw value_error("Format specifier missing precision");
    spec.precision = take_digits(text);
  }
  if (take(text, U"bcdeEfFgGnosxX%", &taken)) spec.type = taken;
  if (!text.empty()) throw value_error("Invalid format specifier");
  return spec;
}

std::u32string format_text(std::u32string_view text, const FormatSpec& spec) {
  if ((spec.type != 0 && spec.type != 's') || spec.sign != '-')
    throw value_error("Unknown format code for object of type 'str'");
  if (spec.align == '=' && spec.fill != '0')
    throw value_error("'=' alignment not allowed in string format specifier");
  FormatSpec plain = spec;
  if (plain.align == '=') plain.align = U'<';
  if (spec.precision) text = text.substr(0, *spec.precision);
  return padded(Points(text), plain, U'<');
}

std::u32string format_number(const Value& number, FormatSpec spec) {
  const bool for_float = spec.type == 0 || Points(U"eEfFgGn%").find(spec.type) != Points::npos;
  const bool for_int = spec.type == 0 || Points(U"bcdnoxX").find(spec.type) != Points::npos;
  if (number.is_float()) {
    if (!for_float) throw value_error("Unknown format code for object of type 'float'");
    return format_float(number.real(), spec);
  }
  if (spec.type == 'n') spec.type = U'd';
  if (for_int) return format_int(number, spec);
  if (!for_float) throw value_error("Unknown format code for object of type 'int'");
  return format_float(nearest_double(big_of(number)), spec);
}

}  // namespace touchstone::native
