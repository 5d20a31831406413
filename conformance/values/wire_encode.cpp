#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "conformance/values/repr.h"
#include "conformance/values/unicode.h"
#include "conformance/values/wire.h"

namespace touchstone::wire {
namespace {

using nlohmann::json;

json encode_value(const Value& value, int level);

json tagged(const char* tag, json body) {
  json object = json::object();
  object[tag] = std::move(body);
  return object;
}

json encode_items(const Values& items, int level) {
  json array = json::array();
  for (const Value& item : items) array.push_back(encode_value(item, level));
  return array;
}

json sorted(json array) {
  std::vector<std::pair<std::string, json>> items;
  for (json& item : array) items.emplace_back(item.dump(), std::move(item));
  std::ranges::sort(items, {}, [](const auto& item) { return item.first; });
  array.clear();
  for (auto& item : items) array.push_back(std::move(item.second));
  return array;
}

json error_body(const ErrorValue& error, int level, int chain) {
  json body = {
      {"type", error.type}, {"bases", error.bases}, {"args", encode_items(error.args, level + 1)}};
  if (error.errno_code) body["errno"] = *error.errno_code;
  if (chain == most_chained_errors) return body;
  if (error.cause) body["cause"] = error_body(*error.cause, level + 1, chain + 1);
  if (error.context) body["context"] = error_body(*error.context, level + 1, chain + 1);
  for (const ErrorValue& member : error.members) {
    body["members"].push_back(error_body(member, level + 1, chain + 1));
  }
  return body;
}

json encode_one(std::monostate, int) { return nullptr; }
json encode_one(bool truth, int) { return truth; }
json encode_one(const Integer& number, int) {
  if (cmp(abs(number), largest_bare_integer) <= 0) return number.get_si();
  return tagged("int", (sgn(number) < 0 ? "-0x" : "0x") + Integer(abs(number)).get_str(16));
}
json encode_one(double number, int) {
  if (std::isfinite(number) && std::trunc(number) != number) return number;
  return tagged("float", float_repr(number));
}
json encode_one(const Text& text, int) {
  if (std::ranges::all_of(text.points, unicode::is_scalar)) return unicode::to_utf8(text.points);
  return tagged("text", std::vector<std::uint32_t>(text.points.begin(), text.points.end()));
}
json encode_one(const Bytes& bytes, int) {
  static constexpr std::string_view digits = "0123456789abcdef";
  std::string hex;
  for (const char item : bytes.data) {
    const auto byte = static_cast<unsigned char>(item);
    hex += {digits[byte >> 4], digits[byte & 0xF]};
  }
  return tagged("bytes", hex);
}
json encode_one(const List& list, int level) { return encode_items(list.items, level + 1); }
json encode_one(const Tuple& tuple, int level) {
  return tagged("tuple", encode_items(tuple.items, level + 1));
}
json encode_one(const Set& set, int level) {
  return tagged(set.frozen ? "frozenset" : "set", sorted(encode_items(set.items, level + 1)));
}
json encode_one(const Dict& dict, int level) {
  json pairs = json::array();
  for (const auto& [key, value] : dict.items) {
    pairs.push_back(json::array({encode_value(key, level + 1), encode_value(value, level + 1)}));
  }
  return tagged("dict", std::move(pairs));
}
json encode_one(const ErrorValue& error, int level) {
  return tagged("error", error_body(error, level, 1));
}
json encode_one(const ObjectValue& object, int) {
  json body = {{"object", object.kind}, {"ref", object.ref}};
  if (!object.name.empty()) body["name"] = object.name;
  return body;
}
json encode_one(TooDeep, int) { return tagged("deep", true); }

template <class T>
json encode_one(const std::shared_ptr<const T>& held, int level) {
  return encode_one(*held, level);
}

json encode_value(const Value& value, int level) {
  const bool shallow = value.is_none() || value.get_if<bool>() != nullptr;
  if (level > most_levels && !shallow) return tagged("deep", true);
  return std::visit([&](const auto& held) { return encode_one(held, level); }, value.variant());
}

}  // namespace

nlohmann::json encode(const Value& value) { return encode_value(value, 0); }
nlohmann::json encode_error(const ErrorValue& error) { return error_body(error, 0, 1); }
std::string encode_text(const Value& value) { return encode(value).dump(-1, ' ', true); }

}  // namespace touchstone::wire
