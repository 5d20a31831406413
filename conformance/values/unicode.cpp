#include "conformance/values/unicode.h"

namespace touchstone::unicode {
namespace {

unsigned char byte_at(std::string_view bytes, std::size_t index) {
  return static_cast<unsigned char>(bytes[index]);
}

/// How a lead byte goes on: length, its payload, and the range of the second byte (which excludes
/// overlong forms and surrogates).
struct Lead {
  std::size_t length;
  char32_t payload;
  unsigned char second_low = 0x80;
  unsigned char second_high = 0xBF;
};

std::optional<Lead> lead_of(unsigned char byte) {
  if (byte < 0x80) return Lead{1, byte};
  if (byte >= 0xC2 && byte <= 0xDF) return Lead{2, byte & 0x1Fu};
  if (byte == 0xE0) return Lead{3, 0, 0xA0};
  if (byte == 0xED) return Lead{3, 0x0D, 0x80, 0x9F};
  if (byte >= 0xE1 && byte <= 0xEF) return Lead{3, byte & 0x0Fu};
  if (byte == 0xF0) return Lead{4, 0, 0x90};
  if (byte == 0xF4) return Lead{4, 4, 0x80, 0x8F};
  if (byte >= 0xF1 && byte <= 0xF3) return Lead{4, byte & 0x07u};
  return std::nullopt;
}

std::string ill_formed_at(std::size_t position) {
  return "not valid UTF-8: byte " + std::to_string(position) + " starts no well-formed sequence";
}

char tail(char32_t bits) { return static_cast<char>(0x80 | (bits & 0x3F)); }

}  // namespace

IllFormed::IllFormed(const std::string& message, std::size_t position)
    : std::invalid_argument(message), position(position) {}

std::optional<Decoded> decode_first(std::string_view bytes) {
  const auto lead = lead_of(byte_at(bytes, 0));
  if (!lead || bytes.size() < lead->length) return std::nullopt;
  char32_t point = lead->payload;
  for (std::size_t i = 1; i < lead->length; ++i) {
    const unsigned char low = i == 1 ? lead->second_low : 0x80;
    const unsigned char high = i == 1 ? lead->second_high : 0xBF;
    const unsigned char byte = byte_at(bytes, i);
    if (byte < low || byte > high) return std::nullopt;
    point = (point << 6) | (byte & 0x3Fu);
  }
  return Decoded{point, lead->length};
}

std::u32string from_utf8(std::string_view bytes) {
  std::u32string points;
  points.reserve(bytes.size());
  for (std::size_t at = 0; at < bytes.size();) {
    const auto decoded = decode_first(bytes.substr(at));
    if (!decoded) throw IllFormed(ill_formed_at(at), at);
    points.push_back(decoded->point);
    at += decoded->length;
  }
  return points;
}

void append_utf8(std::string& bytes, char32_t point) {
  if (!is_scalar(point)) throw IllFormed("this code point has no UTF-8 form", 0);
  if (point < 0x80) {
    bytes += static_cast<char>(point);
  } else if (point < 0x800) {
    bytes += {static_cast<char>(0xC0 | (point >> 6)), tail(point)};
  } else if (point < 0x10000) {
    bytes += {static_cast<char>(0xE0 | (point >> 12)), tail(point >> 6), tail(point)};
  } else {
    bytes +=
        {static_cast<char>(0xF0 | (point >> 18)), tail(point >> 12), tail(point >> 6), tail(point)};
  }
}

std::string to_utf8(std::u32string_view points) {
  std::string bytes;
  bytes.reserve(points.size());
  for (std::size_t i = 0; i < points.size(); ++i) {
    if (!is_scalar(points[i])) {
      throw IllFormed(
          "code point " + std::to_string(i) + " has no UTF-8 form (a surrogate, or past U+10FFFF)",
          i);
    }
    append_utf8(bytes, points[i]);
  }
  return bytes;
}

}  // namespace touchstone::unicode
