/// The table of character sets: each is a name, its aliases, and how one character is written and
/// read. What happens where that fails is the driver's and the policies' (codec.cpp, policy.h).
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace text {

/// One character read, or an ill-formed part of that length where `reason` is not empty.
struct Decoded {
  char32_t point = 0;
  std::size_t length = 0;
  std::string_view reason = {};
};

/// How a UTF writes surrogates when it is told to: for the policy surrogatepass.
struct SurrogateForm {
  void (*put)(char32_t surrogate, std::string& out);
  /// Nothing where no surrogate stands at `position`.
  std::optional<Decoded> (*take)(std::string_view bytes, std::size_t position);
};

struct Codec;

/// The set in which bytes are written in fact, and how many of them are its mark.
struct Marked {
  const Codec* codec;
  std::size_t mark_length;
};

struct Codec {
  std::string_view name;
  std::span<const std::string_view> aliases;
  std::string_view unencodable;  ///< the reason in an encode error
  bool reports_runs;  ///< an encode error covers the whole run of characters that are lacking
  std::size_t unit;   ///< bytes a code unit: what replaces a character is a multiple of it
  /// False, and nothing written, where the set lacks the character.
  bool (*encode_one)(char32_t point, std::string& out);
  /// Requires position < bytes.size().
  Decoded (*decode_one)(std::string_view bytes, std::size_t position);
  const SurrogateForm* surrogates = nullptr;
  std::string_view mark = {};  ///< written in front of every text
  Marked (*resolve)(std::string_view bytes) =
      nullptr;  ///< where the bytes' own mark decides: by which set, from where
};

inline bool is_surrogate(char32_t point) { return point >= 0xd800 && point <= 0xdfff; }

/// Throws LookupError.
const Codec& find_codec(std::string_view encoding);

Decoded decode_utf8(std::string_view bytes, std::size_t position);
bool encode_utf8(char32_t point, std::string& out);
extern const SurrogateForm utf8_surrogates;

enum class ByteOrder { little, big };

template <ByteOrder order>
Decoded decode_utf16(std::string_view bytes, std::size_t position);
template <ByteOrder order>
bool encode_utf16(char32_t point, std::string& out);

template <ByteOrder order>
Decoded decode_utf32(std::string_view bytes, std::size_t position);
template <ByteOrder order>
bool encode_utf32(char32_t point, std::string& out);

Decoded decode_gbk(std::string_view bytes, std::size_t position);
bool encode_gbk(char32_t point, std::string& out);

}  // namespace text
