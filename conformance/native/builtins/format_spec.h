/// Python's format mini-language: `[[fill]align][sign][#][0][width][,_][.precision][type]`.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "conformance/native/runtime/value.h"

namespace touchstone::native {

struct FormatSpec {
  char32_t fill = U' ';
  char32_t align = 0;  ///< < > ^ =, or 0
  char32_t sign = U'-';
  bool alternate = false;
  std::size_t width = 0;
  char32_t grouping = 0;
  std::optional<std::size_t> precision;
  char32_t type = 0;
};

/// ValueError for anything else.
FormatSpec parse_format_spec(std::u32string_view text);

std::u32string format_text(std::u32string_view text, const FormatSpec& spec);
/// Requires an int or float.
std::u32string format_number(const Value& number, FormatSpec spec);

}  // namespace touchstone::native
