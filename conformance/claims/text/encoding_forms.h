/// The bytes that text has in a character set, written down independently of every subject: what
/// checks of the text chapter expect. Requires text that the set can hold (no lone surrogates).
/// Pure functions; serves text.encode.* and text.codec.*.
#pragma once

#include <string>

#include "conformance/values/unicode.h"
#include "conformance/values/value.h"

namespace touchstone {

enum class ByteOrder { little, big };

inline Bytes utf8(const Text& text) { return {unicode::to_utf8(text.points)}; }

/// One byte a character; the characters are below U+0100.
inline Bytes latin1(const Text& text) {
  Bytes bytes;
  for (const char32_t point : text.points) bytes.data += static_cast<char>(point);
  return bytes;
}

/// The text whose characters are the bytes.
inline Text from_latin1(const Bytes& bytes) {
  Text text;
  for (const char byte : bytes.data) text.points += static_cast<unsigned char>(byte);
  return text;
}

inline void append_unit(Bytes& bytes, char32_t unit, int size, ByteOrder order) {
  for (int i = 0; i < size; ++i) {
    const int shift = 8 * (order == ByteOrder::little ? i : size - 1 - i);
    bytes.data += static_cast<char>((unit >> shift) & 0xff);
  }
}

/// Without a mark.
inline Bytes utf16(const Text& text, ByteOrder order) {
  Bytes bytes;
  for (const char32_t point : text.points) {
    if (point < 0x10000) {
      append_unit(bytes, point, 2, order);
    } else {
      append_unit(bytes, 0xd800 + ((point - 0x10000) >> 10), 2, order);
      append_unit(bytes, 0xdc00 + ((point - 0x10000) & 0x3ff), 2, order);
    }
  }
  return bytes;
}

/// Without a mark.
inline Bytes utf32(const Text& text, ByteOrder order) {
  Bytes bytes;
  for (const char32_t point : text.points) append_unit(bytes, point, 4, order);
  return bytes;
}

inline Text operator+(const Text& left, const Text& right) { return {left.points + right.points}; }
inline Bytes operator+(const Bytes& left, const Bytes& right) { return {left.data + right.data}; }

}  // namespace touchstone
