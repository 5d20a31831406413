// Decoders that accept what is ill-formed, or read bytes as what they are not.
#include "conformance/faults/text/codecs.h"

namespace touchstone::faults {
namespace {

using Name = std::string_view;

bool continues(char byte) { return (static_cast<unsigned char>(byte) & 0xc0) == 0x80; }

bool is_strict_utf8(Name charset, Name policy) { return is_utf8(charset) && policy == "strict"; }

std::u32string bytes_as_characters(const Decode& right, Encoded data, Name charset, Name policy) {
  return right(data, is_utf8(charset) ? "latin-1" : charset, policy);
}

/// Two bytes for a character below U+0080 become that character's one.
std::string shortened(Encoded data) {
  std::string bytes;
  for (std::size_t i = 0; i < data.size(); ++i) {
    const auto lead = static_cast<unsigned char>(data[i]);
    const bool overlong =
        (lead == 0xc0 || lead == 0xc1) && i + 1 < data.size() && continues(data[i + 1]);
    bytes += overlong ? static_cast<char>(((lead & 1) << 6) | (data[++i] & 0x3f)) : data[i];
  }
  return bytes;
}

std::u32string overlong_accepted(const Decode& right, Encoded data, Name charset, Name policy) {
  return right(is_strict_utf8(charset, policy) ? shortened(data) : std::string(data), charset,
               policy);
}

std::u32string surrogates_accepted(const Decode& right, Encoded data, Name charset, Name policy) {
  return right(data, charset, is_strict_utf8(charset, policy) ? "surrogatepass" : policy);
}

std::size_t length_of_sequence(char lead) {
  const auto byte = static_cast<unsigned char>(lead);
  if (byte < 0xc2 || byte > 0xf4) return 1;
  return byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
}

/// Without a last sequence that is cut off.
Encoded without_tail(Encoded data) {
  std::size_t start = data.size();
  while (start > 0 && data.size() - start < 3 && continues(data[start - 1])) --start;
  if (start == 0) return data;
  const bool cut = data.size() - (start - 1) < length_of_sequence(data[start - 1]);
  return cut ? data.substr(0, start - 1) : data;
}

std::u32string tail_dropped(const Decode& right, Encoded data, Name charset, Name policy) {
  return right(is_strict_utf8(charset, policy) ? without_tail(data) : data, charset, policy);
}

std::u32string guessed(const Decode& right, Encoded data, Name charset, Name policy) {
  if (!is_one_of(charset, {"latin1", "gbk"})) return right(data, charset, policy);
  try {
    return right(data, "utf-8", "strict");
  } catch (const errors::UnicodeDecodeError&) {
    return right(data, charset, policy);
  }
}

std::u32string mark_dropped(const Decode& right, Encoded data, Name charset, Name policy) {
  std::u32string text = right(data, charset, policy);
  if (is_utf8(charset) && text.starts_with(U'\ufeff')) text.erase(0, 1);
  return text;
}

const Faults text_decode_faults{
    {"text.decode.bytes-as-characters",
     "UTF-8 is decoded byte by byte.",
     {"text.decode.utf8-example", "text.codec.handler-backslashreplace",
      "text.codec.handler-ignore", "text.codec.handler-replace", "text.codec.round-trip",
      "text.decode.bad-sequences", "text.decode.truncated"},
     [](Registry& registry) { replace_decode(registry, bytes_as_characters); }},
    {"text.decode.overlong-accepted",
     "Two bytes are accepted for a character that needs one.",
     {"text.decode.bad-sequences"},
     [](Registry& registry) { replace_decode(registry, overlong_accepted); }},
    {"text.decode.surrogates-accepted",
     "The UTF-8 form of a surrogate is decoded.",
     {"text.decode.bad-sequences"},
     [](Registry& registry) { replace_decode(registry, surrogates_accepted); }},
    {"text.decode.tail-dropped",
     "A sequence that is cut off at the end is dropped.",
     {"text.decode.truncated"},
     [](Registry& registry) { replace_decode(registry, tail_dropped); }},
    {"text.decode.guessed",
     "Bytes that look like UTF-8 are decoded so, whatever set is named.",
     {"text.decode.wrong-charset"},
     [](Registry& registry) { replace_decode(registry, guessed); }},
    {"text.codec.mark-dropped",
     "U+FEFF in front is dropped when UTF-8 is decoded.",
     {"text.codec.round-trip", "text.decode.utf8-example"},
     [](Registry& registry) { replace_decode(registry, mark_dropped); }},
};

}  // namespace
}  // namespace touchstone::faults
