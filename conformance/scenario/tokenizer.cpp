#include "conformance/scenario/tokenizer.h"

#include <algorithm>
#include <optional>

#include "conformance/scenario/keywords.h"
#include "conformance/scenario/lexemes.h"
#include "conformance/values/unicode.h"

namespace touchstone::scenario {
namespace {

/// Longest first.
constexpr std::string_view symbols[] = {
    "**=", "//=", ">>=", "<<=", "...", "**", "//", ">>", "<<", "<=", ">=", "==",
    "!=",  "->",  "+=",  "-=",  "*=",  "/=", "%=", "@=", "&=", "|=", "^=", ":=",
    "+",   "-",   "*",   "/",   "%",   "@",  "&",  "|",  "^",  "~",  "<",  ">",
    "=",   "(",   ")",   "[",   "]",   "{",  "}",  ",",  ":",  ".",  ";"};

struct Opened {
  char bracket;
  Position at;
};

char closing(char bracket) { return bracket == '(' ? ')' : bracket == '[' ? ']' : '}'; }

std::string quoted(std::string_view text) { return "'" + std::string(text) + "'"; }

class Tokenizer {
 public:
  Tokenizer(std::string_view text, std::optional<Position> fixed) : text_(text), fixed_(fixed) {
    require_plain_text();
    tokens_.reserve(text.size() / 3 + 4);
  }

  std::vector<Token> whole_text() && {
    while (!at_end()) logical_line();
    for (; indents_.size() > 1; indents_.pop_back()) add(TokenKind::dedent, 0);
    add(TokenKind::end, 0);
    return std::move(tokens_);
  }

  std::vector<Token> inside_brackets() && {
    for (skip_space(true); !at_end(); skip_space(true)) token();
    require_all_closed();
    add(TokenKind::end, 0);
    return std::move(tokens_);
  }

 private:
  bool at_end() const { return place_ == text_.size(); }
  char peek(std::size_t ahead = 0) const {
    return place_ + ahead < text_.size() ? text_[place_ + ahead] : '\0';
  }
  std::string_view rest() const { return text_.substr(place_); }
  Position here() const { return fixed_ ? *fixed_ : Position{line_, column_}; }

  [[noreturn]] void fail(const std::string& found, const std::string& expected,
                         const std::string& message) const {
    throw ParseError(here(), found, expected, message);
  }

  void advance(std::size_t bytes) {
    for (; bytes > 0; --bytes, ++place_) {
      const char c = text_[place_];
      if (c == '\n') {
        ++line_;
        column_ = 0;
      } else if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) {
        ++column_;
      }
    }
  }

  void add(TokenKind kind, std::size_t length) {
    tokens_.push_back({kind, text_.substr(place_, length), here()});
    advance(length);
  }

  /// Line ends are \n, there is no NUL, and all is UTF-8: what every Python reads alike.
  void require_plain_text() {
    for (std::size_t at = 0; at < text_.size();) {
      const auto decoded = unicode::decode_first(text_.substr(at));
      if (!decoded) fail_at(at, "a byte that is no UTF-8", "UTF-8", "the text is not valid UTF-8");
      if (decoded->point == 0) fail_at(at, "NUL", "text", "the text holds a NUL character");
      if (decoded->point == '\r')
        fail_at(at, "carriage return", "line feed", "line ends are \\n alone");
      at += decoded->length;
    }
  }

  [[noreturn]] void fail_at(std::size_t place, const char* found, const char* expected,
                            const char* message) {
    const auto lines = std::ranges::count(text_.substr(0, place), '\n');
    const std::size_t start = text_.rfind('\n', place) + 1;
    const auto in_line =
        text_.substr(start > place ? 0 : start, place - (start > place ? 0 : start));
    const auto column = std::ranges::count_if(
        in_line, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; });
    const Position at{static_cast<int>(lines) + 1, static_cast<int>(column)};
    throw ParseError(fixed_.value_or(at), found, expected, message);
  }

  void logical_line() {
    const std::size_t width = indentation();
    if (at_end()) return;
    if (peek() == '\n' || peek() == '#') return skip_blank_line();
    indent_to(width);
    while (peek() != '\n' || !brackets_.empty()) {
      if (at_end()) break;
      token();
      skip_space(!brackets_.empty());
    }
    require_all_closed();
    add(TokenKind::newline, at_end() ? 0 : 1);
  }

  std::size_t indentation() {
    std::size_t width = 0;
    for (; peek() == ' '; ++width) advance(1);
    if (peek() == '\t') fail("a tab", "spaces", "a tab in the indentation: indent with spaces");
    if (peek() == '\\') fail("'\\'", "a statement", "a line may not begin with a continuation");
    return width;
  }

  void skip_blank_line() {
    skip_comment();
    if (!at_end()) advance(1);
  }

  void skip_comment() {
    if (peek() == '#') advance(std::min(rest().find('\n'), rest().size()));
  }

  void indent_to(std::size_t width) {
    if (width > indents_.back()) {
      indents_.push_back(width);
      return add(TokenKind::indent, 0);
    }
    for (; width < indents_.back(); indents_.pop_back()) add(TokenKind::dedent, 0);
    if (width != indents_.back()) {
      fail("indentation of " + std::to_string(width), "the indentation of an enclosing block",
           "this line matches no enclosing block");
    }
  }

  void skip_space(bool over_lines) {
    for (;;) {
      skip_comment();
      if (peek() == ' ' || peek() == '\t' || (over_lines && peek() == '\n')) {
        advance(1);
      } else if (peek() == '\\') {
        continue_line();
      } else {
        return;
      }
    }
  }

  void continue_line() {
    if (peek(1) != '\n')
      fail("'\\'", "an end of line after it", "a backslash outside a string continues the line");
    advance(2);
    if (rest().find_first_not_of(" \t") == std::string_view::npos) {
      fail("end of text", "the continued line", "the text ends after a continuation");
    }
  }

  void token() {
    if (string_prefix_length(rest())) return string();
    if (starts_name(peek())) return word();
    if (is_digit(peek()) || (peek() == '.' && is_digit(peek(1)))) return number();
    symbol();
  }

  std::size_t word_length() const {
    const auto end = std::ranges::find_if_not(rest(), continues_name);
    return static_cast<std::size_t>(end - rest().begin());
  }

  void word() {
    const std::string_view word = rest().substr(0, word_length());
    require_ascii_after(word);
    add(is_keyword(word) ? TokenKind::keyword : TokenKind::name, word.size());
  }

  void require_ascii_after(std::string_view word) {
    const auto next = static_cast<unsigned char>(peek(word.size()));
    if (next >= 0x80)
      fail("a character beyond ASCII", "a name of ASCII letters, digits and _", "names are ASCII");
  }

  void number() {
    const std::size_t length = number_length(rest());
    const char next = peek(length);
    if (next == 'j' || next == 'J')
      fail("a complex number", "an int or a float", "complex numbers are left out");
    const bool beyond_ascii = static_cast<unsigned char>(next) >= 0x80;
    if (continues_name(next) || beyond_ascii) {
      fail(quoted(rest().substr(0, beyond_ascii ? length : length + 1)),
           "a number, then a space or an operator", "this is no number");
    }
    add(TokenKind::number, length);
  }

  void string() {
    const std::size_t prefix = *string_prefix_length(rest());
    if (!is_string_prefix(rest().substr(0, prefix))) {
      fail(quoted(rest().substr(0, prefix)), "one of the prefixes r b f rb br rf fr",
           "this is no prefix of a string");
    }
    const std::string_view body = rest().substr(prefix);
    const auto length = quoted_length(body);
    if (!length) {
      fail("a string without an end", quoted(opening_quotes(body)), "this string is never closed");
    }
    add(TokenKind::string, prefix + *length);
  }

  void symbol() {
    const std::string_view left = rest();
    const auto starts_here = [&](std::string_view symbol) {
      return symbol.front() == left.front() && left.starts_with(symbol);
    };
    const auto found = std::ranges::find_if(symbols, starts_here);
    if (found == std::end(symbols)) return unexpected_character();
    note_bracket(found->front());
    add(TokenKind::symbol, found->size());
  }

  [[noreturn]] void unexpected_character() {
    const auto point = unicode::decode_first(rest());
    if (point->point >= 0x80)
      fail("a character beyond ASCII", "ASCII outside strings and comments", "names are ASCII");
    fail(quoted(rest().substr(0, 1)), "Python", "this character has no meaning here");
  }

  void note_bracket(char c) {
    if (c == '(' || c == '[' || c == '{') brackets_.push_back({c, here()});
    if (c != ')' && c != ']' && c != '}') return;
    if (brackets_.empty()) fail(quoted({&c, 1}), "no closing bracket", "nothing is open here");
    const char expected = closing(brackets_.back().bracket);
    if (c != expected)
      fail(quoted({&c, 1}), quoted({&expected, 1}),
           "this bracket does not match the one that is open");
    brackets_.pop_back();
  }

  void require_all_closed() const {
    if (brackets_.empty()) return;
    const char expected = closing(brackets_.back().bracket);
    throw ParseError(brackets_.back().at, "end of text", quoted({&expected, 1}),
                     "this bracket is never closed");
  }

  std::string_view text_;
  std::optional<Position> fixed_;
  std::size_t place_ = 0;
  int line_ = 1;
  int column_ = 0;
  std::vector<std::size_t> indents_{0};
  std::vector<Opened> brackets_;
  std::vector<Token> tokens_;
};

}  // namespace

std::vector<Token> tokenize(std::string_view text) { return Tokenizer(text, {}).whole_text(); }

std::vector<Token> tokenize_inside_brackets(std::string_view text, Position at) {
  return Tokenizer(text, at).inside_brackets();
}

std::string describe(const Token& token) {
  switch (token.kind) {
    case TokenKind::newline:
      return "end of line";
    case TokenKind::indent:
      return "more indentation";
    case TokenKind::dedent:
      return "end of block";
    case TokenKind::end:
      return "end of text";
    default:
      return quoted(token.text);
  }
}

}  // namespace touchstone::scenario
