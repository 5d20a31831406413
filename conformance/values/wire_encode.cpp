#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "conformance/values/json_text.h"
#include "conformance/values/repr.h"
#include "conformance/values/unicode.h"
#include "conformance/values/wire.h"

namespace touchstone::wire {
namespace {

using nlohmann::json;

bool stands_for_itself(char32_t point) {
  return point < 0x80 && json_text::stands_for_itself(static_cast<char>(point));
}

bool is_bare(const Integer& number) {
  return cmp(number, largest_bare_integer) <= 0 && cmp(number, -largest_bare_integer) >= 0;
}

/// What the items of a set are sorted by: the text of an item as it is without escapes.
std::string without_escapes(const std::string& text) {
  return text.find("\\u") == std::string::npos ? text : json::parse(text).dump();
}

/// Members of objects stand in the order of the alphabet.
class ValueWriter {
 public:
  explicit ValueWriter(std::string& text) : text_(text) {}

  void put(const Value& value, int level) {
    const bool shallow = value.is_none() || value.get_if<bool>() != nullptr;
    if (level > most_levels && !shallow) return put_one(TooDeep{}, level);
    std::visit([&](const auto& held) { put_one(held, level); }, value.variant());
  }

  void put_body(const ErrorValue& error, int level, int chain) {
    const bool chained = chain < most_chained_errors;
    const auto put_next = [&](const ErrorValue& next) { put_body(next, level + 1, chain + 1); };
    text_ += "{\"args\":";
    put_items(error.args, level + 1);
    text_ += ",\"bases\":";
    json_text::append_array(text_, error.bases, [&](const auto& base) { put_text(base); });
    if (chained && error.cause) {
      text_ += ",\"cause\":";
      put_next(*error.cause);
    }
    if (chained && error.context) {
      text_ += ",\"context\":";
      put_next(*error.context);
    }
    if (error.errno_code) {
      text_ += ",\"errno\":";
      put_integer(*error.errno_code);
    }
    if (chained && !error.members.empty()) {
      text_ += ",\"members\":";
      json_text::append_array(text_, error.members, put_next);
    }
    text_ += ",\"type\":";
    put_text(error.type);
    text_ += '}';
  }

 private:
  template <class Put>
  void put_tagged(std::string_view tag, Put put_body) {
    ((text_ += "{\"") += tag) += "\":";
    put_body();
    text_ += '}';
  }
  void put_text(std::string_view utf8) { json_text::append_text(text_, utf8); }
  void put_tagged_text(std::string_view tag, std::string_view utf8) {
    put_tagged(tag, [&] { put_text(utf8); });
  }
  void put_integer(std::int64_t number) { json_text::append_integer(text_, number); }
  void put_items(const Values& items, int level) {
    json_text::append_array(text_, items, [&](const Value& item) { put(item, level); });
  }
  void put_tagged_items(std::string_view tag, const Values& items, int level) {
    put_tagged(tag, [&] { put_items(items, level); });
  }

  void put_one(std::monostate, int) { text_ += "null"; }
  void put_one(bool truth, int) { text_ += truth ? "true" : "false"; }
  void put_one(const Integer& number, int) {
    if (is_bare(number)) return put_integer(number.get_si());
    put_tagged_text("int", (sgn(number) < 0 ? "-0x" : "0x") + Integer(abs(number)).get_str(16));
  }
  void put_one(double number, int) {
    if (std::isfinite(number) && std::trunc(number) != number)
      return json_text::append_real(text_, number);
    put_tagged_text("float", float_repr(number));
  }
  void put_one(const Text& text, int) {
    if (std::ranges::all_of(text.points, stands_for_itself)) {
      text_ += '"';
      for (const char32_t point : text.points) text_ += static_cast<char>(point);
      text_ += '"';
    } else if (std::ranges::all_of(text.points, unicode::is_scalar)) {
      put_text(unicode::to_utf8(text.points));
    } else {
      const auto put_point = [&](char32_t point) { put_integer(point); };
      put_tagged("text", [&] { json_text::append_array(text_, text.points, put_point); });
    }
  }
  void put_one(const Bytes& bytes, int) {
    static constexpr std::string_view digits = "0123456789abcdef";
    std::string hex;
    for (const char item : bytes.data) {
      const auto byte = static_cast<unsigned char>(item);
      hex += {digits[byte >> 4], digits[byte & 0xF]};
    }
    put_tagged_text("bytes", hex);
  }
  void put_one(const List& list, int level) { put_items(list.items, level + 1); }
  void put_one(const Tuple& tuple, int level) { put_tagged_items("tuple", tuple.items, level + 1); }
  void put_one(const Set& set, int level) {
    std::vector<std::pair<std::string, std::string>> items;
    for (const Value& item : set.items) {
      std::string text;
      ValueWriter(text).put(item, level + 1);
      items.emplace_back(without_escapes(text), text);
    }
    std::ranges::sort(items);
    put_tagged(set.frozen ? "frozenset" : "set", [&] {
      json_text::append_array(text_, items, [&](const auto& item) { text_ += item.second; });
    });
  }
  void put_one(const Dict& dict, int level) {
    const auto put_pair = [&](const auto& pair) {
      text_ += '[';
      put(pair.first, level + 1);
      text_ += ',';
      put(pair.second, level + 1);
      text_ += ']';
    };
    put_tagged("dict", [&] { json_text::append_array(text_, dict.items, put_pair); });
  }
  void put_one(const ErrorValue& error, int level) {
    put_tagged("error", [&] { put_body(error, level, 1); });
  }
  void put_one(const ObjectValue& object, int) {
    text_ += '{';
    if (!object.name.empty()) {
      text_ += "\"name\":";
      put_text(object.name);
      text_ += ',';
    }
    text_ += "\"object\":";
    put_text(object.kind);
    text_ += ",\"ref\":" + std::to_string(object.ref) + '}';
  }
  void put_one(TooDeep, int) { text_ += "{\"deep\":true}"; }

  template <class T>
  void put_one(const std::shared_ptr<const T>& held, int level) {
    put_one(*held, level);
  }

  std::string& text_;
};

}  // namespace

void append_value(std::string& text, const Value& value) { ValueWriter(text).put(value, 0); }

void append_error(std::string& text, const ErrorValue& error) {
  ValueWriter(text).put_body(error, 0, 1);
}

std::string encode_text(const Value& value) {
  std::string text;
  append_value(text, value);
  return text;
}

nlohmann::json encode(const Value& value) { return json::parse(encode_text(value)); }

nlohmann::json encode_error(const ErrorValue& error) {
  std::string text;
  append_error(text, error);
  return json::parse(text);
}

}  // namespace touchstone::wire
