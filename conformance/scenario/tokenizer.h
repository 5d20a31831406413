/// Text to tokens, with Python's indentation rules. Internal to the parser.
#pragma once

#include <string_view>
#include <vector>

#include "conformance/scenario/parse.h"

namespace touchstone::scenario {

enum class TokenKind { name, keyword, number, string, symbol, newline, indent, dedent, end };

struct Token {
  TokenKind kind;
  std::string_view text;  ///< of the source; a string with its prefix and quotes
  Position at;
};

/// The tokens of a whole text: ends with newline (unless empty), dedents, end. Throws ParseError.
/// The tokens point into `text`.
std::vector<Token> tokenize(std::string_view text);
/// The tokens of an expression that stands inside brackets (line ends are white space), all placed
/// at `at`; ends with `end`.
std::vector<Token> tokenize_inside_brackets(std::string_view text, Position at);

/// As a ParseError's `found` says it.
std::string describe(const Token& token);

}  // namespace touchstone::scenario
