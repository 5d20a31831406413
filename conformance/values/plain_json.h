/// The short way to read JSON: no tree of it, and only what nearly all of it looks like. What is
/// read is what the decoder of values makes of the same text; what is refused may still be right,
/// and is the decoder's to judge.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "conformance/values/value.h"

namespace touchstone::wire {

/// Goes through a text that outlives it. Each function is true where the text goes on with what it
/// asks for, and steps over that. A skip that is false stays where it is; a read that is false
/// leaves what it was to fill, and the rest of the text, in no state to go on with.
class PlainJson {
 public:
  explicit PlainJson(std::string_view text) : rest_(text) {}

  bool at_end() const { return rest_.empty(); }
  bool skip(char mark) { return skip({&mark, 1}); }
  bool skip(std::string_view word);

  /// Printable ASCII without escapes.
  bool read(std::string_view& text);
  bool read(std::string& text);
  bool read(std::int64_t& number);
  /// With a fraction, without an exponent.
  bool read(double& number);
  /// None, truth, numbers and texts that stand bare, and lists of them.
  bool read(Value& value) { return read(value, 0); }
  bool read(Values& items) { return read(items, 0); }
  bool read(std::vector<std::string>& texts);

 private:
  bool read(Value& value, int level);
  bool read(Values& items, int level);
  bool read_word(Value& value);
  bool read_number(Value& value);

  template <class Read>
  bool read_array(Read read_item);

  std::string_view rest_;
};

}  // namespace touchstone::wire
