/// Code units of several bytes in either byte order.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "impl/text/codecs.h"

namespace text {

template <std::size_t size, ByteOrder order>
void put_unit(char32_t unit, std::string& out) {
  for (std::size_t i = 0; i < size; ++i) {
    const std::size_t index = order == ByteOrder::little ? i : size - 1 - i;
    out.push_back(static_cast<char>(unit >> (8 * index)));
  }
}

/// Requires `size` bytes at `position`.
template <std::size_t size, ByteOrder order>
char32_t get_unit(std::string_view bytes, std::size_t position) {
  char32_t unit = 0;
  for (std::size_t i = 0; i < size; ++i) {
    const std::size_t index = order == ByteOrder::little ? i : size - 1 - i;
    unit |= static_cast<char32_t>(static_cast<unsigned char>(bytes[position + i])) << (8 * index);
  }
  return unit;
}

/// A surrogate that stands as one code unit.
template <std::size_t size, ByteOrder order>
std::optional<Decoded> take_surrogate_unit(std::string_view bytes, std::size_t position) {
  if (bytes.size() - position < size) return std::nullopt;
  const char32_t unit = get_unit<size, order>(bytes, position);
  if (!is_surrogate(unit)) return std::nullopt;
  return Decoded{unit, size};
}

template <std::size_t size, ByteOrder order>
inline constexpr SurrogateForm unit_surrogates{put_unit<size, order>,
                                               take_surrogate_unit<size, order>};

}  // namespace text
