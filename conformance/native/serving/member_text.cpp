#include "conformance/native/serving/member_text.h"

namespace touchstone::native {
namespace {

constexpr std::string_view spaces = " \t\n\r";
constexpr std::size_t nowhere = std::string_view::npos;

/// Where the string that begins at `quote` has its other quote.
std::size_t end_of_string(std::string_view text, std::size_t quote) {
  for (std::size_t at = text.find('"', quote + 1); at != nowhere; at = text.find('"', at + 1)) {
    const std::size_t before = text.find_last_not_of('\\', at - 1);
    if ((at - before) % 2 == 1) return at;
  }
  return nowhere;
}

/// Where the comma or bracket stands that follows the value.
std::size_t end_of_value(std::string_view text, std::size_t from) {
  int depth = 0;
  for (std::size_t at = from; at < text.size(); ++at) {
    const char byte = text[at];
    if (byte == '"') {
      at = end_of_string(text, at);
      if (at == nowhere) break;
    } else if (byte == '{' || byte == '[') {
      ++depth;
    } else if (byte == '}' || byte == ']') {
      if (--depth < 0) return at;
    } else if (byte == ',' && depth == 0) {
      return at;
    }
  }
  return nowhere;
}

}  // namespace

std::optional<std::string_view> member_text(std::string_view object, std::string_view name) {
  std::size_t at = object.find_first_not_of(spaces);
  if (at == nowhere || object[at] != '{') return std::nullopt;
  while (at != nowhere) {
    const std::size_t key = object.find_first_not_of(spaces, at + 1);
    if (key == nowhere || object[key] != '"') break;
    const std::size_t key_end = end_of_string(object, key);
    const std::size_t colon =
        key_end == nowhere ? nowhere : object.find_first_not_of(spaces, key_end + 1);
    if (colon == nowhere || object[colon] != ':') break;
    const std::size_t end = end_of_value(object, colon + 1);
    if (end == nowhere) break;
    if (object.substr(key + 1, key_end - key - 1) == name)
      return object.substr(colon + 1, end - colon - 1);
    at = object[end] == ',' ? end : nowhere;
  }
  return std::nullopt;
}

}  // namespace touchstone::native
