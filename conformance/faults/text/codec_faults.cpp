// Codecs with wrong policies, wrong defaults, wrong names, or on the wrong type.
#include <langinfo.h>

#include <clocale>
#include <cstdio>

#include "conformance/faults/text/codecs.h"

namespace touchstone::faults {
namespace {

using Text = std::u32string_view;
using Name = std::string_view;

std::string escaped(Encoded bytes) {
  std::string text;
  for (const char byte : bytes) {
    char escape[5];
    std::snprintf(escape, sizeof escape, "\\x%02x", static_cast<unsigned char>(byte));
    text += escape;
  }
  return text;
}

/// What the charset cannot hold is written as `instead` says of its UTF-8 bytes.
std::string encoded_or(const Encode& right, Text text, Name charset, std::string instead(Encoded)) {
  std::string bytes;
  for (const char32_t point : text) {
    const std::u32string letter(1, point);
    try {
      bytes += right(letter, charset, "strict");
    } catch (const errors::UnicodeEncodeError&) {
      bytes += instead(right(letter, "utf-8", "surrogatepass"));
    }
  }
  return bytes;
}

std::string escapes_of_utf8(const Encode& right, Text text, Name charset, Name policy) {
  if (policy != "backslashreplace") return right(text, charset, policy);
  return encoded_or(right, text, charset, escaped);
}

std::u32string neighbour_dropped(const Decode& right, Encoded data, Name charset, Name policy) {
  if (policy != "ignore") return right(data, charset, policy);
  std::u32string kept;
  bool after_bad = false;
  for (const char32_t point : right(data, charset, "surrogateescape")) {
    const bool bad = point >= 0xdc80 && point <= 0xdcff;
    if (!bad && !after_bad) kept += point;
    after_bad = bad;
  }
  return kept;
}

std::u32string mark_a_byte(const Decode& right, Encoded data, Name charset, Name policy) {
  if (policy != "replace") return right(data, charset, policy);
  std::u32string text = right(data, charset, "surrogateescape");
  for (char32_t& point : text)
    if (point >= 0xdc80 && point <= 0xdcff) point = U'\ufffd';
  return text;
}

std::string question_mark_a_byte(const Encode& right, Text text, Name charset, Name policy) {
  if (policy != "replace") return right(text, charset, policy);
  return encoded_or(right, text, charset,
                    [](Encoded utf8) { return std::string(utf8.size(), '?'); });
}

std::string flushed_when_empty(const Encode& right, Text text, Name charset, Name policy) {
  if (text.empty() && is_one_of(charset, {"gbk"})) return std::string(1, '\0');
  return right(text, charset, policy);
}

void unknown_is_utf8(Registry& registry) {
  replace_encode(registry, [](const Encode& right, Text text, Name charset, Name policy) {
    try {
      return right(text, charset, policy);
    } catch (const errors::LookupError&) {
      return right(text, "utf-8", policy);
    }
  });
  replace_decode(registry, [](const Decode& right, Encoded data, Name charset, Name policy) {
    try {
      return right(data, charset, policy);
    } catch (const errors::LookupError&) {
      return right(data, "utf-8", policy);
    }
  });
}

std::string charset_of_locale() {
  std::setlocale(LC_CTYPE, "");
  return std::string_view(nl_langinfo(CODESET)) == "UTF-8" ? "utf-8" : "ascii";
}

void both_on_both(Registry& registry) {
  registry.builtin_method("str", "decode", [](Value self, native::Call&) { return self; });
  registry.builtin_method("bytes", "encode", [](Value self, native::Call&) { return self; });
}

const Faults text_codec_faults{
    {"text.codec.escapes-of-utf8",
     "backslashreplace escapes the bytes of UTF-8 in place of the character.",
     {"text.codec.handler-backslashreplace"},
     [](Registry& registry) { replace_encode(registry, escapes_of_utf8); }},
    {"text.codec.neighbour-dropped",
     "ignore drops the character behind a bad sequence too.",
     {"text.codec.handler-ignore"},
     [](Registry& registry) { replace_decode(registry, neighbour_dropped); }},
    {"text.codec.mark-a-byte",
     "replace puts one U+FFFD for each bad byte.",
     {"text.codec.handler-replace"},
     [](Registry& registry) { replace_decode(registry, mark_a_byte); }},
    {"text.codec.question-mark-a-byte",
     "replace puts one question mark for each byte that the character has in UTF-8.",
     {"text.codec.handler-replace"},
     [](Registry& registry) { replace_encode(registry, question_mark_a_byte); }},
    {"text.codec.flushed-when-empty",
     "A codec of several bytes a character flushes its state even where nothing was written.",
     {"text.codec.empty"},
     [](Registry& registry) { replace_encode(registry, flushed_when_empty); }},
    {"text.codec.unknown-is-utf8",
     "An unknown character set counts as UTF-8.",
     {"text.codec.unknown-name"},
     unknown_is_utf8},
    {"text.codec.default-of-locale",
     "Without a name the character set is that of the locale.",
     {"text.codec.default-utf8"},
     [](Registry& registry) { registry.language.text.default_charset = charset_of_locale; }},
    {"text.codec.default-latin1",
     "Without a name the character set is Latin-1.",
     {"text.codec.default-utf8"},
     [](Registry& registry) {
       registry.language.text.default_charset = [] { return std::string("latin-1"); };
     }},
    {"text.codec.both-on-both",
     "Text can be decoded, and bytes encoded.",
     {"text.codec.direction-methods"},
     both_on_both},
};

}  // namespace
}  // namespace touchstone::faults
