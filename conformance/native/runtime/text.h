/// str (code points, lone surrogates included), bytes and bytearray of a running scenario, and the
/// way from and to UTF-8.
#pragma once

#include <atomic>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "conformance/native/runtime/spin_lock.h"
#include "conformance/native/runtime/value.h"

namespace touchstone::native {

class Str : public Object {
 public:
  static bool matches(Kind kind) { return kind == Kind::Str; }
  explicit Str(std::u32string points) : Object(Kind::Str), points_(std::move(points)) {}
  const std::u32string& points() const { return points_; }
  std::uint64_t hash() const;

 private:
  const std::u32string points_;
  mutable std::atomic<std::uint64_t> hash_{0};
};

class Bytes : public Object {
 public:
  static bool matches(Kind kind) { return kind == Kind::Bytes; }
  explicit Bytes(std::string data) : Object(Kind::Bytes), data_(std::move(data)) {}
  const std::string& data() const { return data_; }

 private:
  const std::string data_;
};

class ByteArray : public Object {
 public:
  static bool matches(Kind kind) { return kind == Kind::ByteArray; }
  explicit ByteArray(std::string data) : Object(Kind::ByteArray), data_(std::move(data)) {}
  std::string snapshot() const;
  /// Runs `change(std::string&)` under the object's lock.
  template <class Change>
  auto locked(Change&& change) {
    const std::scoped_lock lock(lock_);
    return change(data_);
  }

 private:
  mutable SpinLock lock_;
  std::string data_;
};

/// Lenient where the strict codecs of the language are not: surrogates pass both ways, a stray byte
/// b becomes U+DC00 + b.
std::u32string points_from_utf8(std::string_view utf8);
std::string utf8_from_points(std::u32string_view points);

Value make_str(std::u32string points);
Value make_str(std::string_view utf8);
Value make_bytes(std::string data);

/// The text of a str in UTF-8; requires that `value` is one.
std::string utf8_of(const Value& value);
/// The content of a bytes or bytearray, or false where it is neither.
bool bytes_of(const Value& value, std::string* data);

/// The same without a copy where the object cannot change, which is held meanwhile.
class BytesView {
 public:
  explicit BytesView(const Value& value);
  /// False where it is neither.
  bool has_value() const { return bytes_ || copy_; }
  /// Requires has_value.
  std::string_view operator*() const { return bytes_ ? bytes_->data() : *copy_; }

 private:
  Ref<Bytes> bytes_;
  std::optional<std::string> copy_;
};

}  // namespace touchstone::native
