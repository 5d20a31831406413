#include "conformance/subjects/readable.h"

#include <fmt/format.h>

#include "conformance/values/unicode.h"

namespace touchstone {
namespace {

bool is_plain(char32_t point) {
  constexpr char32_t first_printable = 0x20;
  constexpr char32_t first_c1 = 0x7f;
  constexpr char32_t last_c1 = 0x9f;
  if (point == U'\n' || point == U'\t') return true;
  return point >= first_printable && (point < first_c1 || point > last_c1);
}

}  // namespace

std::string readable(std::string_view bytes) {
  std::string text;
  while (!bytes.empty()) {
    const auto decoded = unicode::decode_first(bytes);
    const std::size_t length = decoded && is_plain(decoded->point) ? decoded->length : 0;
    if (length > 0) {
      text += bytes.substr(0, length);
      bytes.remove_prefix(length);
    } else {
      text += fmt::format("\\x{:02x}", static_cast<unsigned char>(bytes.front()));
      bytes.remove_prefix(1);
    }
  }
  return text;
}

}  // namespace touchstone
