/// The values behind literal tokens. Internal to the parser.
#pragma once

#include <string>
#include <string_view>

#include "conformance/scenario/tokenizer.h"
#include "conformance/values/value.h"

namespace touchstone::scenario {

/// An Integer or a double. Throws ParseError for leading zeros and for more decimal digits than
/// Python reads.
Value number_value(const Token& token);

/// A string token in its parts: r"a\d" is {raw, body a\d}.
struct StringToken {
  bool raw = false;
  bool bytes = false;
  bool formatted = false;
  std::string_view body;
};
StringToken split_string(const Token& token);

/// The code points of a text's body with escapes resolved. `at` is where errors are reported.
std::u32string decode_text_body(std::string_view body, bool raw, Position at);
/// The bytes of a bytes literal's body; ASCII and escapes only.
std::string decode_bytes_body(std::string_view body, bool raw, Position at);

}  // namespace touchstone::scenario
