/// Cuts a stream of bytes into lines, and never holds more than one line of the longest length and
/// one read.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace touchstone {

class LineReader {
 public:
  /// `longest` without the newline.
  explicit LineReader(std::size_t longest) : longest_(longest) {}

  void append(std::string_view bytes);
  /// The next whole line without its newline; valid until the next call.
  std::optional<std::string_view> next();
  /// What came after the last whole line.
  std::string_view rest() const { return std::string_view(buffer_).substr(from_); }
  /// A line is longer than the longest: the stream is of no further use.
  bool is_overlong() const { return overlong_; }
  std::size_t longest() const { return longest_; }

 private:
  std::size_t longest_;
  std::string buffer_;
  std::size_t from_ = 0;
  std::size_t searched_ = 0;  ///< no newline in [from_, searched_)
  bool overlong_ = false;
};

}  // namespace touchstone
