/// Where the decoder of values stands, how it complains, and the values that hold no others.
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "conformance/values/wire.h"

namespace touchstone::wire {

/// A step on the way down from the whole value; its parent is further up on the stack.
struct Place {
  const Place* parent;
  std::string_view key;  ///< empty: an item of an array
  std::size_t index;
  int level;
  const FileReader& read_file;

  Place below(std::string_view step, int levels = 1) const {
    return {this, step, 0, level + levels, read_file};
  }
  Place item(std::size_t at, int levels = 1) const {
    return {this, {}, at, level + levels, read_file};
  }
  std::string path() const;
  [[noreturn]] void fail(const nlohmann::json& found, const std::string& expected) const;
};

inline Place root(const FileReader& read_file) { return {nullptr, "$", 0, 0, read_file}; }

const nlohmann::json& expect_array(const nlohmann::json& found, const Place& place);
const std::string& expect_string(const nlohmann::json& found, const Place& place,
                                 const char* expected);
/// A whole number that is not negative; nothing else.
std::optional<std::uint64_t> ordinal_of(const nlohmann::json& found);
bool all_digits(std::string_view text);

Value decode_bare_integer(const nlohmann::json& found, const Place& place);
Value decode_bare_number(const nlohmann::json& found, const Place& place);
Value decode_bare_text(const nlohmann::json& found, const Place& place);
Value decode_int(const nlohmann::json& body, const Place& place);
Value decode_float(const nlohmann::json& body, const Place& place);
Value decode_points(const nlohmann::json& body, const Place& place);
Value decode_bytes(const nlohmann::json& body, const Place& place);

}  // namespace touchstone::wire
