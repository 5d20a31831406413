#include <iconv.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <unordered_map>

#include "impl/errors/hierarchy.h"
#include "impl/text/byte_order.h"
#include "impl/text/codecs.h"

namespace text {
namespace {

constexpr unsigned char first_lead = 0x81;
constexpr unsigned char last_lead = 0xfe;

/// The two-byte characters, as the C library knows them.
class Table {
 public:
  Table() {
    const iconv_t converter = iconv_open("UTF-32LE", "GBK");
    if (reinterpret_cast<std::intptr_t>(converter) == -1)
      errors::raise_os_error(errno, "iconv GBK");
    for (unsigned lead = first_lead; lead <= last_lead; ++lead) {
      for (unsigned trail = 0x40; trail <= last_lead; ++trail) enter(converter, lead << 8 | trail);
    }
    iconv_close(converter);
  }

  /// 0 where the pair is no character.
  char32_t point(unsigned pair) const { return points_[pair]; }
  std::optional<unsigned> pair(char32_t point) const {
    const auto found = pairs_.find(point);
    if (found == pairs_.end()) return std::nullopt;
    return found->second;
  }

 private:
  void enter(iconv_t converter, unsigned pair) {
    std::array<char, 2> in{static_cast<char>(pair >> 8), static_cast<char>(pair)};
    std::array<char, 8> out{};
    char* from = in.data();
    char* to = out.data();
    std::size_t in_left = in.size();
    std::size_t out_left = out.size();
    iconv(converter, nullptr, nullptr, nullptr, nullptr);
    if (iconv(converter, &from, &in_left, &to, &out_left) != 0 || in_left != 0 || out_left != 4)
      return;
    const char32_t point = get_unit<4, ByteOrder::little>({out.data(), 4}, 0);
    points_[pair] = point;
    pairs_.emplace(point, pair);
  }

  std::array<char32_t, 0x10000> points_{};
  std::unordered_map<char32_t, unsigned> pairs_;
};

const Table& table() {
  static const Table table;
  return table;
}

}  // namespace

Decoded decode_gbk(std::string_view bytes, std::size_t position) {
  const auto lead = static_cast<unsigned char>(bytes[position]);
  if (lead < 0x80) return {lead, 1};
  if (position + 1 == bytes.size()) return {0, 1, "incomplete multibyte sequence"};
  const char32_t point = table().point(get_unit<2, ByteOrder::big>(bytes, position));
  if (point == 0) return {0, 1, "illegal multibyte sequence"};
  return {point, 2};
}

bool encode_gbk(char32_t point, std::string& out) {
  if (point < 0x80) {
    out.push_back(static_cast<char>(point));
    return true;
  }
  const auto pair = table().pair(point);
  if (pair) put_unit<2, ByteOrder::big>(*pair, out);
  return pair.has_value();
}

}  // namespace text
