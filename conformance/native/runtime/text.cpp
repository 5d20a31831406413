#include "conformance/native/runtime/text.h"

#include <functional>
#include <mutex>

namespace touchstone::native {
namespace {

int continuation_count(unsigned char lead) {
  if (lead >= 0xc2 && lead <= 0xdf) return 1;
  if (lead >= 0xe0 && lead <= 0xef) return 2;
  if (lead >= 0xf0 && lead <= 0xf4) return 3;
  return -1;
}

/// Reads the multi-byte sequence at `at`; 0 where there is none.
std::size_t read_sequence(std::string_view utf8, std::size_t at, char32_t* point) {
  const auto lead = static_cast<unsigned char>(utf8[at]);
  const int count = continuation_count(lead);
  if (count < 0 || at + static_cast<std::size_t>(count) >= utf8.size()) return 0;
  char32_t value = lead & (0x3fU >> count);
  for (int i = 1; i <= count; ++i) {
    const auto next = static_cast<unsigned char>(utf8[at + static_cast<std::size_t>(i)]);
    if ((next & 0xc0U) != 0x80U) return 0;
    value = (value << 6U) | (next & 0x3fU);
  }
  *point = value;
  return static_cast<std::size_t>(count) + 1;
}

void append_utf8(std::string& out, char32_t point) {
  if (point < 0x80) {
    out += static_cast<char>(point);
  } else if (point < 0x800) {
    out += static_cast<char>(0xc0U | (point >> 6U));
    out += static_cast<char>(0x80U | (point & 0x3fU));
  } else if (point < 0x10000) {
    out += static_cast<char>(0xe0U | (point >> 12U));
    out += static_cast<char>(0x80U | ((point >> 6U) & 0x3fU));
    out += static_cast<char>(0x80U | (point & 0x3fU));
  } else {
    out += static_cast<char>(0xf0U | (point >> 18U));
    out += static_cast<char>(0x80U | ((point >> 12U) & 0x3fU));
    out += static_cast<char>(0x80U | ((point >> 6U) & 0x3fU));
    out += static_cast<char>(0x80U | (point & 0x3fU));
  }
}

}  // namespace

std::uint64_t Str::hash() const {
  std::uint64_t known = hash_.load(std::memory_order_relaxed);
  if (known == 0) {
    known = std::hash<std::u32string>{}(points_) | 1U;
    hash_.store(known, std::memory_order_relaxed);
  }
  return known;
}

std::string ByteArray::snapshot() const {
  const std::scoped_lock lock(lock_);
  return data_;
}

std::u32string points_from_utf8(std::string_view utf8) {
  std::u32string points;
  points.reserve(utf8.size());
  for (std::size_t at = 0; at < utf8.size();) {
    const auto byte = static_cast<unsigned char>(utf8[at]);
    char32_t point = byte < 0x80 ? byte : 0xdc00U + byte;
    const std::size_t length = byte < 0x80 ? 1 : read_sequence(utf8, at, &point);
    points += point;
    at += length == 0 ? 1 : length;
  }
  return points;
}

std::string utf8_from_points(std::u32string_view points) {
  std::string out;
  out.reserve(points.size());
  for (const char32_t point : points) append_utf8(out, point);
  return out;
}

Value make_str(std::u32string points) { return make<Str>(std::move(points)); }
Value make_str(std::string_view utf8) { return make<Str>(points_from_utf8(utf8)); }
Value make_bytes(std::string data) { return make<Bytes>(std::move(data)); }

std::string utf8_of(const Value& value) { return utf8_from_points(as<Str>(value)->points()); }

bool bytes_of(const Value& value, std::string* data) {
  if (const auto* bytes = as<Bytes>(value))
    *data = bytes->data();
  else if (const auto* array = as<ByteArray>(value))
    *data = array->snapshot();
  else
    return false;
  return true;
}

BytesView::BytesView(const Value& value) : bytes_(as<Bytes>(value)) {
  if (const auto* array = as<ByteArray>(value)) copy_ = array->snapshot();
}

}  // namespace touchstone::native
