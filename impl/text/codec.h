/// Text (code points, lone surrogates too) to bytes and back, in a named character set, with
/// Python's rules.
///
/// Names: case, and runs of what is neither letter, digit nor dot, do not matter; Python's aliases
/// are known. `policy` says what becomes of what cannot be converted: strict, ignore, replace,
/// backslashreplace, surrogateescape, surrogatepass (UTF only), xmlcharrefreplace (encoding only).
/// It is looked up only when it is needed. Guarantees: decode(encode(t)) == t wherever encoding
/// succeeds. UTF-16 and UTF-32 without an order write a mark and take it away; nothing else touches
/// U+FEFF. Never guesses a character set. Errors: LookupError for an unknown set or policy;
/// UnicodeEncodeError and UnicodeDecodeError with encoding, object, start, end and reason: encoders
/// report the first character that they lack (UTF-8, ascii, latin-1: its whole run), decoders the
/// maximal ill-formed part; TypeError for xmlcharrefreplace when decoding. Empty bytes decode in
/// any set, known or not. Thread safety: pure functions. Cost: linear. Claims: text.codec.*,
/// text.decode.*, text.encode.*
#pragma once

#include <string>
#include <string_view>

namespace text {

std::string encode(std::u32string_view text, std::string_view encoding = "utf-8",
                   std::string_view policy = "strict");
std::u32string decode(std::string_view bytes, std::string_view encoding = "utf-8",
                      std::string_view policy = "strict");

}  // namespace text
