#include "impl/text/byte_order.h"
#include "impl/text/codecs.h"

namespace text {
namespace {

bool is_low(char32_t unit) { return unit >= 0xdc00 && unit < 0xe000; }

}  // namespace

template <ByteOrder order>
Decoded decode_utf16(std::string_view bytes, std::size_t position) {
  const std::size_t left = bytes.size() - position;
  if (left < 2) return {0, left, "truncated data"};
  const char32_t first = get_unit<2, order>(bytes, position);
  if (!is_surrogate(first)) return {first, 2};
  if (is_low(first)) return {0, 2, "illegal encoding"};
  if (left < 4) return {0, left, "unexpected end of data"};
  const char32_t second = get_unit<2, order>(bytes, position + 2);
  if (!is_low(second)) return {0, 2, "illegal UTF-16 surrogate"};
  return {0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00), 4};
}

template <ByteOrder order>
bool encode_utf16(char32_t point, std::string& out) {
  if (is_surrogate(point)) return false;
  if (point < 0x10000) {
    put_unit<2, order>(point, out);
  } else {
    put_unit<2, order>(0xd800 + ((point - 0x10000) >> 10), out);
    put_unit<2, order>(0xdc00 + ((point - 0x10000) & 0x3ff), out);
  }
  return true;
}

template Decoded decode_utf16<ByteOrder::little>(std::string_view, std::size_t);
template Decoded decode_utf16<ByteOrder::big>(std::string_view, std::size_t);
template bool encode_utf16<ByteOrder::little>(char32_t, std::string&);
template bool encode_utf16<ByteOrder::big>(char32_t, std::string&);

}  // namespace text
