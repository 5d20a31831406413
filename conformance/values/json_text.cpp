#include "conformance/values/json_text.h"

#include <charconv>
#include <iterator>
#include <limits>
#include <nlohmann/json.hpp>

namespace touchstone::json_text {

void append_text(std::string& json, std::string_view utf8) {
  if (stands_for_itself(utf8))
    (json += '"').append(utf8) += '"';
  else
    json += nlohmann::json(utf8).dump(-1, ' ', true);
}

void append_integer(std::string& json, std::int64_t number) {
  char digits[std::numeric_limits<std::int64_t>::digits10 + 2];
  json.append(digits, std::to_chars(std::begin(digits), std::end(digits), number).ptr);
}

void append_real(std::string& json, double number) { json += nlohmann::json(number).dump(); }

}  // namespace touchstone::json_text
