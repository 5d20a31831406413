// Encoders that write other bytes than the character set asks for, or pass over what it lacks.
#include "conformance/faults/text/codecs.h"

namespace touchstone::faults {
namespace {

using Text = std::u32string_view;
using Name = std::string_view;

std::string surrogate_pairs(const Encode& right, Text text, Name charset, Name policy) {
  const std::string plain = right(text, charset, policy);
  if (!is_utf8(charset) || policy != "strict") return plain;
  std::string bytes;
  for (const char32_t point : text) {
    if (point < 0x10000) {
      bytes += right(std::u32string(1, point), charset, policy);
    } else {
      const std::u32string pair{static_cast<char32_t>(0xd800 + ((point - 0x10000) >> 10)),
                                static_cast<char32_t>(0xdc00 + ((point - 0x10000) & 0x3ff))};
      bytes += right(pair, charset, "surrogatepass");
    }
  }
  return bytes;
}

void utf8_for_every_set(Registry& registry) {
  replace_encode(registry, [](const Encode& right, Text text, Name, Name policy) {
    return right(text, "utf-8", policy);
  });
  replace_decode(registry, [](const Decode& right, std::string_view data, Name, Name policy) {
    return right(data, "utf-8", policy);
  });
}

void gbk_is_utf8(Registry& registry) {
  replace_encode(registry, [](const Encode& right, Text text, Name charset, Name policy) {
    return right(text, is_one_of(charset, {"gbk"}) ? "utf-8" : charset, policy);
  });
  replace_decode(registry,
                 [](const Decode& right, std::string_view data, Name charset, Name policy) {
                   return right(data, is_one_of(charset, {"gbk"}) ? "utf-8" : charset, policy);
                 });
}

std::string without_mark(const Encode& right, Text text, Name charset, Name policy) {
  if (is_one_of(charset, {"utf16"})) return right(text, "utf-16-le", policy);
  if (is_one_of(charset, {"utf32"})) return right(text, "utf-32-le", policy);
  return right(text, charset, policy);
}

std::string always_marked(const Encode& right, Text text, Name charset, Name policy) {
  if (is_one_of(charset, {"utf16le"})) return right(text, "utf-16", policy);
  if (is_one_of(charset, {"utf32le"})) return right(text, "utf-32", policy);
  return right(text, charset, policy);
}

std::string surrogates_pass(const Encode& right, Text text, Name charset, Name policy) {
  const bool strict_utf = policy == "strict" && plain_name(charset).starts_with("utf");
  return right(text, charset, strict_utf ? "surrogatepass" : policy);
}

std::string question_marks(const Encode& right, Text text, Name charset, Name policy) {
  const bool narrow = is_one_of(charset, {"ascii", "latin1"});
  return right(text, charset, policy == "strict" && narrow ? "replace" : policy);
}

std::string place_unknown(const Encode& right, Text text, Name charset, Name policy) {
  try {
    return right(text, charset, policy);
  } catch (const errors::UnicodeEncodeError& error) {
    auto fault = error.fault;
    fault.start = 0;
    fault.end = fault.object.size();
    throw errors::UnicodeEncodeError(fault);
  }
}

const Faults text_encode_faults{
    {"text.encode.surrogate-pairs",
     "UTF-8 of a character beyond U+FFFF is that of its two surrogates.",
     {"text.encode.utf8-example", "text.codec.round-trip"},
     [](Registry& registry) { replace_encode(registry, surrogate_pairs); }},
    {"text.encode.always-utf8",
     "encode and decode use UTF-8 whatever set is named.",
     {"text.encode.charset-decides-bytes", "text.codec.handler-backslashreplace",
      "text.codec.handler-ignore", "text.codec.handler-replace", "text.codec.unknown-name",
      "text.decode.wrong-charset", "text.encode.byte-order-mark", "text.encode.unencodable"},
     utf8_for_every_set},
    {"text.encode.gbk-is-utf8",
     "GBK is another name for UTF-8.",
     {"text.encode.charset-decides-bytes", "text.decode.wrong-charset"},
     gbk_is_utf8},
    {"text.encode.without-mark",
     "UTF-16 and UTF-32 are written without a mark.",
     {"text.encode.byte-order-mark", "text.encode.charset-decides-bytes", "text.codec.round-trip"},
     [](Registry& registry) { replace_encode(registry, without_mark); }},
    {"text.encode.always-marked",
     "UTF-16 and UTF-32 are written with a mark, also where the byte order is named.",
     {"text.encode.byte-order-mark", "text.encode.charset-decides-bytes", "text.codec.round-trip"},
     [](Registry& registry) { replace_encode(registry, always_marked); }},
    {"text.encode.surrogates-pass",
     "A lone surrogate is encoded as if it were a character.",
     {"text.encode.lone-surrogate"},
     [](Registry& registry) { replace_encode(registry, surrogates_pass); }},
    {"text.encode.question-marks",
     "What ASCII or Latin-1 lacks becomes a question mark.",
     {"text.encode.unencodable", "text.codec.round-trip"},
     [](Registry& registry) { replace_encode(registry, question_marks); }},
    {"text.encode.place-unknown",
     "An encode error tells of the whole text, not of the place.",
     {"text.encode.unencodable", "text.encode.lone-surrogate"},
     [](Registry& registry) { replace_encode(registry, place_unknown); }},
};

}  // namespace
}  // namespace touchstone::faults
