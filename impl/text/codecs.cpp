#include "impl/text/codecs.h"

#include <algorithm>
#include <array>

#include "impl/errors/hierarchy.h"
#include "impl/text/byte_order.h"

namespace text {
namespace {

using std::string_view_literals::operator""sv;

template <unsigned limit>
bool encode_byte(char32_t point, std::string& out) {
  if (point >= limit) return false;
  out.push_back(static_cast<char>(point));
  return true;
}

template <unsigned limit>
Decoded decode_byte(std::string_view bytes, std::size_t position) {
  const auto byte = static_cast<unsigned char>(bytes[position]);
  if (byte >= limit) return {0, 1, "ordinal not in range(128)"};
  return {byte, 1};
}

constexpr auto little = ByteOrder::little;
constexpr auto big = ByteOrder::big;
constexpr auto surrogates_not_allowed = "surrogates not allowed"sv;

constexpr std::array utf8_aliases{"cp65001"sv, "u8"sv,        "utf"sv,
                                  "utf8"sv,    "utf8_ucs2"sv, "utf8_ucs4"sv};
constexpr std::array utf16_aliases{"u16"sv, "utf16"sv};
constexpr std::array utf16_le_aliases{"unicodelittleunmarked"sv, "utf_16le"sv};
constexpr std::array utf16_be_aliases{"unicodebigunmarked"sv, "utf_16be"sv};
constexpr std::array utf32_aliases{"u32"sv, "utf32"sv};
constexpr std::array utf32_le_aliases{"utf_32le"sv};
constexpr std::array utf32_be_aliases{"utf_32be"sv};
constexpr std::array ascii_aliases{"646"sv,
                                   "ansi_x3.4_1968"sv,
                                   "ansi_x3.4_1986"sv,
                                   "ansi_x3_4_1968"sv,
                                   "cp367"sv,
                                   "csascii"sv,
                                   "ibm367"sv,
                                   "iso646_us"sv,
                                   "iso_ir_6"sv,
                                   "us"sv,
                                   "iso_646.irv_1991"sv,
                                   "us_ascii"sv};
constexpr std::array latin1_aliases{"8859"sv,       "cp819"sv,           "csisolatin1"sv,
                                    "ibm819"sv,     "iso8859"sv,         "iso8859_1"sv,
                                    "iso_8859_1"sv, "iso_8859_1_1987"sv, "l1"sv,
                                    "iso_ir_100"sv, "latin"sv,           "latin1"sv};
constexpr std::array gbk_aliases{"936"sv, "cp936"sv, "ms936"sv};

const Codec utf16_le{
    "utf-16-le", utf16_le_aliases,     surrogates_not_allowed, false,
    2,           encode_utf16<little>, decode_utf16<little>,   &unit_surrogates<2, little>};
const Codec utf16_be{"utf-16-be",       utf16_be_aliases,  surrogates_not_allowed,  false, 2,
                     encode_utf16<big>, decode_utf16<big>, &unit_surrogates<2, big>};
const Codec utf32_le{
    "utf-32-le", utf32_le_aliases,     surrogates_not_allowed, false,
    4,           encode_utf32<little>, decode_utf32<little>,   &unit_surrogates<4, little>};
const Codec utf32_be{"utf-32-be",       utf32_be_aliases,  surrogates_not_allowed,  false, 4,
                     encode_utf32<big>, decode_utf32<big>, &unit_surrogates<4, big>};

constexpr auto utf16_little_mark = "\xff\xfe"sv;
constexpr auto utf16_big_mark = "\xfe\xff"sv;
constexpr auto utf32_little_mark = "\xff\xfe\0\0"sv;
constexpr auto utf32_big_mark = "\0\0\xfe\xff"sv;

Marked resolve_utf16(std::string_view bytes) {
  if (bytes.starts_with(utf16_big_mark)) return {&utf16_be, 2};
  return {&utf16_le, bytes.starts_with(utf16_little_mark) ? 2u : 0u};
}
Marked resolve_utf32(std::string_view bytes) {
  if (bytes.starts_with(utf32_big_mark)) return {&utf32_be, 4};
  return {&utf32_le, bytes.starts_with(utf32_little_mark) ? 4u : 0u};
}

const Codec utf8{"utf-8",     utf8_aliases, surrogates_not_allowed, true, 1,
                 encode_utf8, decode_utf8,  &utf8_surrogates};
const Codec utf16{"utf-16",
                  utf16_aliases,
                  surrogates_not_allowed,
                  false,
                  2,
                  encode_utf16<little>,
                  decode_utf16<little>,
                  &unit_surrogates<2, little>,
                  utf16_little_mark,
                  resolve_utf16};
const Codec utf32{"utf-32",
                  utf32_aliases,
                  surrogates_not_allowed,
                  false,
                  4,
                  encode_utf32<little>,
                  decode_utf32<little>,
                  &unit_surrogates<4, little>,
                  utf32_little_mark,
                  resolve_utf32};
const Codec ascii{"ascii",          ascii_aliases,   "ordinal not in range(128)", true, 1,
                  encode_byte<128>, decode_byte<128>};
const Codec latin1{"latin-1",        latin1_aliases,  "ordinal not in range(256)", true, 1,
                   encode_byte<256>, decode_byte<256>};
const Codec gbk{"gbk", gbk_aliases, "illegal multibyte sequence", false, 1, encode_gbk, decode_gbk};

const std::array<const Codec*, 10> codecs{&utf8,     &utf16,    &utf16_le, &utf16_be, &utf32,
                                          &utf32_le, &utf32_be, &ascii,    &latin1,   &gbk};

bool is_word(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.'; }

/// Lower case, with one underscore for each run of other characters between words.
std::string normalized(std::string_view encoding) {
  std::string name;
  bool between = false;
  for (char c : encoding) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (is_word(c)) {
      if (between && !name.empty()) name += '_';
      name += c;
    }
    between = !is_word(c);
  }
  return name;
}

bool is_named(const Codec& codec, const std::string& name, const std::string& undotted) {
  const auto is_alias = [&](const std::string& key) {
    return std::ranges::find(codec.aliases, key) != codec.aliases.end();
  };
  return name == normalized(codec.name) || is_alias(name) || is_alias(undotted);
}

}  // namespace

const Codec& find_codec(std::string_view encoding) {
  const std::string name = normalized(encoding);
  std::string undotted = name;
  std::ranges::replace(undotted, '.', '_');
  for (const Codec* codec : codecs) {
    if (is_named(*codec, name, undotted)) return *codec;
  }
  throw errors::LookupError("unknown encoding: " + std::string(encoding));
}

}  // namespace text
