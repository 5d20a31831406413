#include <algorithm>

#include "conformance/scenario/fstring.h"
#include "conformance/scenario/parser.h"

namespace touchstone::scenario {

/// Adjacent literals are one: all bytes, or all text; one f-string among them makes the whole an
/// f-string.
Expr Parser::strings() {
  const Token start = peek();
  std::vector<Token> parts;
  while (at_kind(TokenKind::string)) parts.push_back(take());
  const auto is_bytes = [](const Token& token) { return split_string(token).bytes; };
  const auto bytes = std::ranges::count_if(parts, is_bytes);
  if (bytes == 0) return text_literal(parts);
  if (static_cast<std::size_t>(bytes) == parts.size()) return bytes_literal(parts);
  fail_at(start, "literals of one kind", "bytes and text literals stand side by side");
}

Expr Parser::bytes_literal(const std::vector<Token>& parts) {
  Bytes bytes;
  for (const Token& part : parts) {
    const StringToken string = split_string(part);
    bytes.data += decode_bytes_body(string.body, string.raw, part.at);
  }
  return make(parts.front().at, Constant{std::move(bytes)});
}

Expr Parser::text_literal(const std::vector<Token>& parts) {
  FormattedParts collected(levels_);
  bool formatted = false;
  for (const Token& part : parts) {
    const StringToken string = split_string(part);
    formatted = formatted || string.formatted;
    if (string.formatted) {
      collected.add_formatted(string, part.at);
    } else {
      collected.add_text(decode_text_body(string.body, string.raw, part.at));
    }
  }
  const Position start = parts.front().at;
  if (!formatted) return make(start, Constant{Text{std::move(collected).text()}});
  return make(start, JoinedStr{std::move(collected).values(start)});
}

}  // namespace touchstone::scenario
