/// UTF-8 to code points and back, for the kit's own text. Independent of every text codec under
/// test.
#pragma once

#include <cstddef>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

namespace touchstone::unicode {

/// Thrown where bytes are not well-formed UTF-8 (Unicode's table 3-7: no overlong forms, no
/// surrogates, nothing past 10FFFF), or where code points have no UTF-8. `position` is the index of
/// the first offending byte or code point.
struct IllFormed : std::invalid_argument {
  IllFormed(const std::string& message, std::size_t position);
  std::size_t position;
};

inline constexpr char32_t last_code_point = 0x10FFFF;

constexpr bool is_surrogate(char32_t point) { return point >= 0xD800 && point <= 0xDFFF; }
/// A code point that UTF-8 can carry.
constexpr bool is_scalar(char32_t point) {
  return point <= last_code_point && !is_surrogate(point);
}

std::u32string from_utf8(std::string_view bytes);
std::string to_utf8(std::u32string_view points);
/// Appends one scalar value; throws IllFormed for anything else.
void append_utf8(std::string& bytes, char32_t point);

struct Decoded {
  char32_t point;
  std::size_t length;  ///< in bytes
};
/// The code point that starts at `bytes[0]`; nothing where it is ill-formed. `bytes` is not empty.
std::optional<Decoded> decode_first(std::string_view bytes);

}  // namespace touchstone::unicode
