#include <array>

#include "impl/text/codecs.h"

namespace text {
namespace {

/// What a first byte promises: how many bytes in all, its own bits, and the range of the second
/// byte, which excludes overlong forms, surrogates and what lies beyond U+10FFFF.
struct Lead {
  std::size_t length;
  unsigned char bits;
  unsigned char second_min = 0x80;
  unsigned char second_max = 0xbf;
};

Lead classify(unsigned char first) {
  if (first < 0x80) return {1, first};
  if (first < 0xc2) return {0, 0};
  if (first < 0xe0) return {2, static_cast<unsigned char>(first & 0x1f)};
  const auto low = static_cast<unsigned char>(first & 0x0f);
  if (first == 0xe0) return {3, low, 0xa0, 0xbf};
  if (first == 0xed) return {3, low, 0x80, 0x9f};
  if (first < 0xf0) return {3, low};
  if (first == 0xf0) return {4, low, 0x90, 0xbf};
  if (first < 0xf4) return {4, low};
  if (first == 0xf4) return {4, low, 0x80, 0x8f};
  return {0, 0};
}

/// Writes without asking whether the character may be written.
void put(char32_t point, std::string& out) {
  const auto byte = [&](char32_t bits) { out.push_back(static_cast<char>(bits)); };
  const auto continuation = [&](int shift) { byte(0x80 | ((point >> shift) & 0x3f)); };
  if (point < 0x80) {
    byte(point);
  } else if (point < 0x800) {
    byte(0xc0 | (point >> 6));
    continuation(0);
  } else if (point < 0x10000) {
    byte(0xe0 | (point >> 12));
    continuation(6);
    continuation(0);
  } else {
    byte(0xf0 | (point >> 18));
    continuation(12);
    continuation(6);
    continuation(0);
  }
}

std::optional<Decoded> take_surrogate(std::string_view bytes, std::size_t position) {
  if (bytes.size() - position < 3) return std::nullopt;
  std::array<unsigned char, 3> unit{};
  for (std::size_t i = 0; i < 3; ++i) unit[i] = static_cast<unsigned char>(bytes[position + i]);
  if (unit[0] != 0xed || unit[1] < 0xa0 || unit[1] > 0xbf || (unit[2] & 0xc0) != 0x80)
    return std::nullopt;
  return Decoded{0xd000u + ((unit[1] & 0x3fu) << 6) + (unit[2] & 0x3fu), 3};
}

}  // namespace

Decoded decode_utf8(std::string_view bytes, std::size_t position) {
  const Lead lead = classify(static_cast<unsigned char>(bytes[position]));
  if (lead.length == 0) return {0, 1, "invalid start byte"};
  char32_t point = lead.bits;
  for (std::size_t i = 1; i < lead.length; ++i) {
    if (position + i == bytes.size()) return {0, i, "unexpected end of data"};
    const auto byte = static_cast<unsigned char>(bytes[position + i]);
    const auto min = i == 1 ? lead.second_min : 0x80;
    const auto max = i == 1 ? lead.second_max : 0xbf;
    if (byte < min || byte > max) return {0, i, "invalid continuation byte"};
    point = (point << 6) | (byte & 0x3f);
  }
  return {point, lead.length};
}

bool encode_utf8(char32_t point, std::string& out) {
  if (is_surrogate(point)) return false;
  put(point, out);
  return true;
}

const SurrogateForm utf8_surrogates{put, take_surrogate};

}  // namespace text
