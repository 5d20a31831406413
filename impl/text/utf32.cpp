#include "impl/text/byte_order.h"
#include "impl/text/codecs.h"

namespace text {

template <ByteOrder order>
Decoded decode_utf32(std::string_view bytes, std::size_t position) {
  const std::size_t left = bytes.size() - position;
  if (left < 4) return {0, left, "truncated data"};
  const char32_t point = get_unit<4, order>(bytes, position);
  if (is_surrogate(point))
    return {0, 4, "code point in surrogate code point range(0xd800, 0xe000)"};
  if (point > 0x10ffff) return {0, 4, "code point not in range(0x110000)"};
  return {point, 4};
}

template <ByteOrder order>
bool encode_utf32(char32_t point, std::string& out) {
  if (is_surrogate(point)) return false;
  put_unit<4, order>(point, out);
  return true;
}

template Decoded decode_utf32<ByteOrder::little>(std::string_view, std::size_t);
template Decoded decode_utf32<ByteOrder::big>(std::string_view, std::size_t);
template bool encode_utf32<ByteOrder::little>(char32_t, std::string&);
template bool encode_utf32<ByteOrder::big>(char32_t, std::string&);

}  // namespace text
