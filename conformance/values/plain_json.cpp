#include "conformance/values/plain_json.h"

#include <charconv>
#include <cmath>

#include "conformance/values/json_text.h"
#include "conformance/values/wire.h"

namespace touchstone::wire {
namespace {

bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

}  // namespace

bool PlainJson::skip(std::string_view word) {
  if (!rest_.starts_with(word)) return false;
  rest_.remove_prefix(word.size());
  return true;
}

bool PlainJson::read(std::string_view& text) {
  if (!skip('"')) return false;
  std::size_t length = 0;
  while (length < rest_.size() && json_text::stands_for_itself(rest_[length])) ++length;
  text = rest_.substr(0, length);
  rest_.remove_prefix(length);
  return skip('"');
}

bool PlainJson::read(std::string& text) {
  std::string_view found;
  if (!read(found)) return false;
  text = found;
  return true;
}

bool PlainJson::read(std::int64_t& number) {
  const char* begin = rest_.data();
  const auto [end, error] = std::from_chars(begin, begin + rest_.size(), number);
  if (error != std::errc{}) return false;
  std::string_view digits(begin, end);
  rest_.remove_prefix(digits.size());
  if (digits.starts_with('-')) digits.remove_prefix(1);
  return digits.size() == 1 || digits.front() != '0';
}

bool PlainJson::read(double& number) {
  const char* begin = rest_.data();
  std::int64_t whole = 0;
  if (!read(whole) || !skip('.')) return false;
  std::size_t digits = 0;
  while (digits < rest_.size() && is_digit(rest_[digits])) ++digits;
  rest_.remove_prefix(digits);
  const char* end = rest_.data();
  return digits > 0 && std::from_chars(begin, end, number).ec == std::errc{};
}

template <class Read>
bool PlainJson::read_array(Read read_item) {
  if (!skip('[')) return false;
  if (skip(']')) return true;
  do {
    if (!read_item()) return false;
  } while (skip(','));
  return skip(']');
}

bool PlainJson::read(std::vector<std::string>& texts) {
  return read_array([&] { return read(texts.emplace_back()); });
}

bool PlainJson::read(Values& items, int level) {
  return read_array([&] { return read(items.emplace_back(), level + 1); });
}

bool PlainJson::read_word(Value& value) {
  if (skip("null")) return value = Value(), true;
  if (skip("true")) return value = true, true;
  return skip("false") && (value = false, true);
}

bool PlainJson::read_number(Value& value) {
  const std::string_view start = rest_;
  std::int64_t whole = 0;
  if (!read(whole)) return false;
  if (!rest_.starts_with('.')) {
    value = whole;
    return whole >= -largest_bare_integer && whole <= largest_bare_integer;
  }
  rest_ = start;
  double number = 0;
  if (!read(number)) return false;
  value = number;
  return std::trunc(number) != number;
}

bool PlainJson::read(Value& value, int level) {
  if (level > most_levels || rest_.empty()) return false;
  if (rest_.front() == '"') {
    std::string_view text;
    if (!read(text)) return false;
    value = Text{{text.begin(), text.end()}};
    return true;
  }
  if (rest_.front() == '[') {
    List list;
    if (!read(list.items, level)) return false;
    value = std::move(list);
    return true;
  }
  const bool number = rest_.front() == '-' || is_digit(rest_.front());
  return number ? read_number(value) : read_word(value);
}

}  // namespace touchstone::wire
