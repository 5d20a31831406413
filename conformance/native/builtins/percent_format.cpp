#include "conformance/native/builtins/percent_format.h"

#include "conformance/native/builtins/format_spec.h"
#include "conformance/native/operations/numbers.h"
#include "conformance/native/operations/operations.h"
#include "conformance/native/runtime/integer.h"
#include "conformance/native/runtime/text.h"

namespace touchstone::native {
namespace {

/// One `%...` directive after another, over the text and the values.
class PercentFormatter {
 public:
  PercentFormatter(std::u32string_view text, const Value& values) : text_(text), values_(values) {
    if (const auto* tuple = as<Tuple>(values))
      sequence_ = tuple->items();
    else
      sequence_ = {values};
  }

  std::u32string run() {
    while (at_ < text_.size()) {
      if (text_[at_] != '%')
        out_ += text_[at_++];
      else
        directive();
    }
    const bool mapping = as<Dict>(values_) != nullptr;
    if (next_ < sequence_.size() && !mapping)
      throw type_error("not all arguments converted during string formatting");
    return out_;
  }

 private:
  char32_t take() {
    if (at_ >= text_.size()) throw value_error("incomplete format");
    return text_[at_++];
  }

  Value value() {
    if (named_.is_bound()) return named_;
    if (next_ >= sequence_.size()) throw type_error("not enough arguments for format string");
    return sequence_[next_++];
  }

  void name() {
    named_ = Value::unbound();
    if (at_ >= text_.size() || text_[at_] != '(') return;
    const std::size_t end = text_.find(U')', at_);
    if (end == std::u32string_view::npos) throw value_error("incomplete format key");
    named_ = get_item(values_, make_str(std::u32string(text_.substr(at_ + 1, end - at_ - 1))));
    at_ = end + 1;
  }

  void flags(FormatSpec& spec) {
    for (; at_ < text_.size() &&
           std::u32string_view(U"-+ #0").find(text_[at_]) != std::u32string_view::npos;
         ++at_) {
      const char32_t flag = text_[at_];
      if (flag == '-')
        spec.align = U'<';
      else if (flag == '#')
        spec.alternate = true;
      else if (flag == '0' && spec.align == 0)
        spec.align = U'=', spec.fill = U'0';
      else if (flag == '+' || flag == ' ')
        spec.sign = flag;
    }
    if (spec.align == '<') spec.fill = U' ';
  }

  std::size_t number() {
    if (at_ < text_.size() && text_[at_] == '*') {
      ++at_;
      return big_of(value()).get_ui();
    }
    std::size_t digits = 0;
    while (at_ < text_.size() && text_[at_] >= '0' && text_[at_] <= '9')
      digits = digits * 10 + (text_[at_++] - U'0');
    return digits;
  }

  void directive() {
    ++at_;
    name();
    FormatSpec spec;
    flags(spec);
    spec.width = number();
    if (at_ < text_.size() && text_[at_] == '.') {
      ++at_;
      spec.precision = number();
    }
    const char32_t type = take();
    if (type == '%')
      out_ += U'%';
    else
      out_ += converted(type, spec);
  }

  std::u32string converted(char32_t type, FormatSpec spec) {
    const Value given = value();
    if (type == 's' || type == 'r' || type == 'a') {
      if (spec.align == 0 || spec.align == '=') spec.align = U'>', spec.fill = U' ';
      return format_text(type == 's'   ? str_of(given)
                         : type == 'r' ? repr_of(given)
                                       : ascii_of(given),
                         spec);
    }
    if (type == 'c' && as<Str>(given) != nullptr) return as<Str>(given)->points();
    if (!is_number(given))
      throw type_error("%" + std::string(1, static_cast<char>(type)) +
                       " format: a real number is required, not " + type_name(given));
    spec.type = type == 'i' || type == 'u' ? U'd' : type;
    if (spec.type == 'd' && given.is_float())
      return format_number(make_int(truncate(given.real())), spec);
    return format_number(given, spec);
  }

  std::u32string_view text_;
  const Value& values_;
  Values sequence_;
  std::size_t next_ = 0;
  std::size_t at_ = 0;
  Value named_ = Value::unbound();
  std::u32string out_;
};

/// `{name.attribute[key]!r:spec}` fields.
class BraceFormatter {
 public:
  explicit BraceFormatter(const Arguments& arguments) : arguments_(arguments) {}

  std::u32string run(std::u32string_view text) {
    std::u32string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
      const char32_t point = text[at];
      const bool doubled = at + 1 < text.size() && text[at + 1] == point;
      if ((point == '{' || point == '}') && doubled)
        out += text[at++];
      else if (point == '}')
        throw value_error("Single '}' encountered in format string");
      else if (point == '{')
        out += field(text, at);
      else
        out += point;
    }
    return out;
  }

 private:
  std::u32string field(std::u32string_view text, std::size_t& at) {
    std::size_t end = at + 1;
    for (int depth = 1; end < text.size(); ++end) {
      if (text[end] == '{') ++depth;
      if (text[end] == '}' && --depth == 0) break;
    }
    if (end >= text.size()) throw value_error("expected '}' before end of string");
    const std::u32string_view inside = text.substr(at + 1, end - at - 1);
    at = end;
    const std::size_t colon = inside.find(U':');
    std::u32string_view head = inside.substr(0, colon);
    const std::u32string spec =
        colon == std::u32string_view::npos ? std::u32string() : run(inside.substr(colon + 1));
    char32_t conversion = 0;
    if (const std::size_t mark = head.find(U'!'); mark != std::u32string_view::npos) {
      conversion = mark + 1 < head.size() ? head[mark + 1] : U'?';
      head = head.substr(0, mark);
    }
    return format_of(converted(looked_up(head), conversion), spec);
  }

  static Value converted(const Value& value, char32_t conversion) {
    switch (conversion) {
      case 0:
        return value;
      case 'r':
        return make_str(repr_of(value));
      case 's':
        return make_str(str_of(value));
      case 'a':
        return make_str(ascii_of(value));
      default:
        throw value_error("Unknown conversion specifier");
    }
  }

  Value looked_up(std::u32string_view path) {
    const std::size_t first = std::min(path.find_first_of(U".["), path.size());
    Value value = argument(path.substr(0, first));
    for (std::size_t at = first; at < path.size();) {
      const bool attribute = path[at] == '.';
      const std::size_t end =
          std::min(path.find_first_of(attribute ? U".[" : U"]", at + 1), path.size());
      const std::u32string key(path.substr(at + 1, end - at - 1));
      if (attribute)
        value = get_attribute(value, utf8_from_points(key));
      else
        value = get_item(value, parse_int(key, 10).value_or(make_str(key)));
      at = attribute ? end : end + 1;
    }
    return value;
  }

  Value argument(std::u32string_view name) {
    if (name.empty()) return positional(next_++);
    if (const auto number = parse_int(name, 10))
      return positional(static_cast<std::size_t>(number->integer()));
    const std::string keyword = utf8_from_points(name);
    for (const auto& [known, value] : arguments_.keywords) {
      if (known == keyword) return value;
    }
    throw key_error(make_str(keyword));
  }

  Value positional(std::size_t index) const {
    if (index < arguments_.positional.size()) return arguments_.positional[index];
    throw index_error("Replacement index " + std::to_string(index) +
                      " out of range for positional args tuple");
  }

  const Arguments& arguments_;
  std::size_t next_ = 0;
};

}  // namespace

Value percent_format(const Value& text, const Value& values) {
  return make_str(PercentFormatter(as<Str>(text)->points(), values).run());
}
Value brace_format(const Value& text, const Arguments& arguments) {
  return make_str(BraceFormatter(arguments).run(as<Str>(text)->points()));
}

}  // namespace touchstone::native
