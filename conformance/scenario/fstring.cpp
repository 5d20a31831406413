#include "conformance/scenario/fstring.h"

#include <algorithm>

#include "conformance/scenario/parser.h"
#include "conformance/values/unicode.h"

namespace touchstone::scenario {
namespace {

/// Where an expression between braces ends: at the first `!`, `:`, `=` or `}` that is inside
/// neither brackets nor a string and is no part of a comparison.
class ExpressionEnd {
 public:
  explicit ExpressionEnd(std::string_view text) : text_(text) {}

  /// npos where there is none.
  std::size_t find() {
    for (; at_ < text_.size(); ++at_) {
      if (quotes_ != 0) {
        leave_string();
      } else if (text_[at_] == '\'' || text_[at_] == '"') {
        enter_string();
      } else if (ends_here()) {
        return at_;
      }
    }
    return std::string_view::npos;
  }

 private:
  bool triple() const {
    return at_ + 2 < text_.size() && text_[at_ + 1] == text_[at_] && text_[at_ + 2] == text_[at_];
  }

  void enter_string() {
    quote_ = text_[at_];
    quotes_ = triple() ? 3 : 1;
    at_ += quotes_ - 1;
  }

  void leave_string() {
    if (text_[at_] != quote_ || (quotes_ == 3 && !triple())) return;
    at_ += quotes_ - 1;
    quotes_ = 0;
  }

  bool ends_here() {
    const char c = text_[at_];
    if (c == '(' || c == '[' || c == '{') ++brackets_;
    if (brackets_ > 0) {
      if (c == ')' || c == ']' || c == '}') --brackets_;
      return false;
    }
    if (std::string_view("!=<>").find(c) != std::string_view::npos && at_ + 1 < text_.size() &&
        text_[at_ + 1] == '=') {
      ++at_;
      return false;
    }
    return std::string_view("!:}=").find(c) != std::string_view::npos;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  char quote_ = 0;
  std::size_t quotes_ = 0;
  int brackets_ = 0;
};

}  // namespace

/// Reads one f-string's body.
class FormattedReader {
 public:
  FormattedReader(const StringToken& string, Position at, int levels)
      : rest_(string.body), raw_(string.raw), at_(at), levels_(levels) {}

  /// To the end of the body (spec_level 0), or to the brace that ends a format spec.
  void read(FormattedParts& parts, int spec_level) {
    while (!rest_.empty() && !(spec_level > 0 && rest_.front() == '}')) {
      if (rest_.front() == '{' && !(spec_level == 0 && rest_.starts_with("{{"))) {
        parts.add_value(braces(spec_level), at_);
      } else {
        literal(parts, spec_level);
      }
    }
  }

 private:
  [[noreturn]] void fail(const std::string& found, const std::string& expected,
                         const std::string& message) const {
    throw ParseError(at_, found, expected, message + " (in an f-string)");
  }

  std::string next_character() const {
    if (rest_.empty()) return "its end";
    return "'" + std::string(rest_.substr(0, unicode::decode_first(rest_)->length)) + "'";
  }

  bool starts_with(char c) const { return !rest_.empty() && rest_.front() == c; }

  void literal(FormattedParts& parts, int spec_level) {
    if (starts_with('{') || starts_with('}')) return doubled_brace(parts, spec_level);
    std::size_t length = 0;
    while (length < rest_.size() && rest_[length] != '{' && rest_[length] != '}') {
      length += !raw_ && rest_[length] == '\\' ? 2 : 1;
    }
    parts.add_text(decode_text_body(rest_.substr(0, length), raw_, at_));
    rest_.remove_prefix(std::min(length, rest_.size()));
  }

  void doubled_brace(FormattedParts& parts, int spec_level) {
    if (spec_level > 0 || rest_.size() < 2 || rest_[1] != rest_[0]) {
      fail("a single '}'", "'}}' for a brace", "a brace stands alone");
    }
    parts.add_text(std::u32string(1, static_cast<char32_t>(rest_.front())));
    rest_.remove_prefix(2);
  }

  Expr braces(int spec_level) {
    if (spec_level == most_spec_levels) fail("'{'", "'}'", "format specs nest too deeply");
    rest_.remove_prefix(1);
    FormattedValue formatted;
    formatted.value = expression();
    formatted.conversion = conversion();
    if (starts_with(':')) formatted.format_spec = spec(spec_level + 1);
    if (!starts_with('}')) fail(next_character(), "'}'", "an expression is not closed");
    rest_.remove_prefix(1);
    return Expr{at_, std::move(formatted)};
  }

  Expr expression() {
    const std::size_t end = ExpressionEnd(rest_).find();
    const std::string_view text = rest_.substr(0, end);
    if (text.find('\\') != std::string_view::npos)
      fail("a backslash", "none", "no backslash between braces");
    if (end == std::string_view::npos) fail("its end", "'}'", "an expression is not closed");
    if (rest_[end] == '=') fail("'='", "'}'", "a = after the expression is left out");
    std::vector<Token> tokens = tokenize_inside_brackets(text, at_);
    refuse_comments(text, tokens);
    rest_.remove_prefix(end);
    return Parser(std::move(tokens), levels_).braced();
  }

  /// A # that is in no string would hide the closing brace from Python.
  void refuse_comments(std::string_view text, const std::vector<Token>& tokens) const {
    std::size_t signs = 0;
    for (const Token& token : tokens)
      signs += static_cast<std::size_t>(std::ranges::count(token.text, '#'));
    if (signs != static_cast<std::size_t>(std::ranges::count(text, '#')))
      fail("'#'", "no comment", "no comment between braces");
  }

  Conversion conversion() {
    if (!starts_with('!')) return Conversion::None;
    rest_.remove_prefix(1);
    const char letter = rest_.empty() ? '\0' : rest_.front();
    if (letter != 's' && letter != 'r' && letter != 'a')
      fail("'!'", "!s, !r or !a", "an unknown conversion");
    rest_.remove_prefix(1);
    return static_cast<Conversion>(letter);
  }

  Expr spec(int spec_level) {
    rest_.remove_prefix(1);
    FormattedParts parts(levels_ + 1);
    read(parts, spec_level);
    return Expr{at_, JoinedStr{std::move(parts).values(at_)}};
  }

  std::string_view rest_;
  bool raw_;
  Position at_;
  int levels_;
};

void FormattedParts::add_formatted(const StringToken& string, Position at) {
  FormattedReader(string, at, levels_).read(*this, 0);
}

void FormattedParts::end_text(Position at) {
  if (!text_.empty()) values_.push_back(Expr{at, Constant{Text{std::move(text_)}}});
  text_.clear();
}

void FormattedParts::add_value(Expr value, Position at) {
  end_text(at);
  values_.push_back(std::move(value));
}

Exprs FormattedParts::values(Position at) && {
  end_text(at);
  return std::move(values_);
}

}  // namespace touchstone::scenario
