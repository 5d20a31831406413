#include <algorithm>
#include <fstream>
#include <limits>
#include <nlohmann/json.hpp>
#include <sstream>

#include "conformance/values/wire_scalars.h"

namespace touchstone::wire {
namespace {

using nlohmann::json;

Value decode_value(const json& found, const Place& place);
ErrorValue decode_body(const json& body, const Place& place, int chain);

const json& member(const json& object, const char* key, const Place& place) {
  const auto found = object.find(key);
  if (found == object.end())
    place.fail(object, std::string("an object with the key \"") + key + "\"");
  return *found;
}

Values decode_items(const json& array, const Place& place) {
  Values items;
  std::size_t index = 0;
  for (const json& item : expect_array(array, place))
    items.push_back(decode_value(item, place.item(index++)));
  return items;
}

Value decode_tuple(const json& body, const Place& place) {
  return Tuple{decode_items(body, place)};
}
Value decode_set(const json& body, const Place& place) {
  return Set{decode_items(body, place), false};
}
Value decode_frozenset(const json& body, const Place& place) {
  return Set{decode_items(body, place), true};
}

Value decode_dict(const json& body, const Place& place) {
  Dict dict;
  for (std::size_t index = 0; const json& pair : expect_array(body, place)) {
    const Place at = place.item(index++);
    if (!pair.is_array() || pair.size() != 2) at.fail(pair, "a pair [key, value]");
    dict.items.emplace_back(decode_value(pair[0], at.item(0, 0)),
                            decode_value(pair[1], at.item(1, 0)));
  }
  return dict;
}

Value decode_deep(const json& body, const Place& place) {
  if (body != json(true)) place.fail(body, "true");
  return TooDeep{};
}

Value decode_tagged_error(const json& body, const Place& place) {
  return decode_body(body, place, 1);
}

json parse_json(std::string_view text, const std::string& where) {
  try {
    return json::parse(text);
  } catch (const json::exception& error) {
    throw WireError(where + " is not JSON: " + error.what());
  }
}

Value decode_file(const json& body, const Place& place) {
  const std::string& name = expect_string(body, place, "the name of a file");
  const json found = parse_json(place.read_file(name), name);
  static const FileReader no_files = refuse_files;
  return decode_value(found, Place{&place, name, 0, place.level, no_files});
}

struct Tag {
  std::string_view name;
  Value (*decode)(const json& body, const Place& place);
};

constexpr Tag tags[] = {
    {"int", decode_int},     {"float", decode_float},       {"text", decode_points},
    {"bytes", decode_bytes}, {"tuple", decode_tuple},       {"set", decode_set},
    {"dict", decode_dict},   {"deep", decode_deep},         {"frozenset", decode_frozenset},
    {"file", decode_file},   {"error", decode_tagged_error}};

Value decode_object(const json& found, const Place& place) {
  static constexpr const char* expected =
      "{\"object\":kind,\"ref\":ordinal} with a \"name\" for classes";
  const bool named = found.contains("name");
  if (found.size() != (named ? 3u : 2u) || !ordinal_of(member(found, "ref", place)))
    place.fail(found, expected);
  ObjectValue object{
      expect_string(found["object"], place, expected), *ordinal_of(found["ref"]), {}};
  if (named != (object.kind == "type")) place.fail(found, expected);
  if (named) object.name = expect_string(found["name"], place, expected);
  return object;
}

Value decode_tagged(const json& found, const Place& place) {
  if (found.contains("object")) return decode_object(found, place);
  if (found.size() != 1) place.fail(found, "an object with exactly one tag");
  const auto entry = found.begin();
  const auto tag = std::ranges::find(tags, std::string_view(entry.key()), &Tag::name);
  if (tag == std::end(tags)) {
    place.fail(
        found,
        "one of the tags int float text bytes tuple set frozenset dict object error deep file");
  }
  return tag->decode(entry.value(), place.below(entry.key(), 0));
}

Value decode_value(const json& found, const Place& place) {
  if (found.is_null()) return {};
  if (found.is_boolean()) return found.get<bool>();
  if (place.level > most_levels && !(found.is_object() && found.contains("deep"))) {
    place.fail(found, "{\"deep\":true}: values nest to " + std::to_string(most_levels) + " levels");
  }
  if (found.is_number_integer()) return decode_bare_integer(found, place);
  if (found.is_number_float()) return decode_bare_number(found, place);
  if (found.is_string()) return decode_bare_text(found, place);
  if (found.is_array()) return List{decode_items(found, place)};
  if (found.is_object()) return decode_tagged(found, place);
  place.fail(found, "a JSON value");
}

std::vector<std::string> decode_bases(const json& found, const Place& place) {
  std::vector<std::string> names;
  for (const json& name : expect_array(found, place))
    names.push_back(expect_string(name, place, "the name of a class"));
  return names;
}

std::vector<ErrorValue> decode_members(const json& found, const Place& place, int chain) {
  std::vector<ErrorValue> members;
  std::size_t index = 0;
  for (const json& item : expect_array(found, place))
    members.push_back(decode_body(item, place.item(index++), chain));
  return members;
}

void expect_known_keys(const json& body, const Place& place) {
  static constexpr std::string_view known[] = {"type",  "bases",   "args",   "errno",
                                               "cause", "context", "members"};
  for (const auto& entry : body.items()) {
    if (std::ranges::find(known, std::string_view(entry.key())) == std::end(known)) {
      place.fail(entry.key(), "one of the keys type bases args errno cause context members");
    }
  }
}

std::optional<int> decode_errno(const json& found, const Place& place) {
  const bool fits = found.is_number_integer() &&
                    found.get<std::int64_t>() >= std::numeric_limits<int>::min() &&
                    found.get<std::int64_t>() <= std::numeric_limits<int>::max();
  if (!fits) place.fail(found, "an errno (a 32-bit integer)");
  return found.get<int>();
}

ErrorValue decode_body(const json& body, const Place& place, int chain) {
  if (!body.is_object()) place.fail(body, "the body of an error (an object)");
  if (chain > most_chained_errors) place.fail(body, "errors that nest to 4");
  expect_known_keys(body, place);
  ErrorValue error;
  error.type =
      expect_string(member(body, "type", place), place.below("type"), "the name of a class");
  error.bases = decode_bases(member(body, "bases", place), place.below("bases"));
  if (error.bases.empty() || error.bases.front() != error.type)
    place.fail(body, "bases that begin with the type");
  error.args = decode_items(member(body, "args", place), place.below("args", 0));
  if (body.contains("errno")) error.errno_code = decode_errno(body["errno"], place.below("errno"));
  const auto chained = [&](const char* key) -> std::shared_ptr<const ErrorValue> {
    if (!body.contains(key)) return nullptr;
    return std::make_shared<const ErrorValue>(decode_body(body[key], place.below(key), chain + 1));
  };
  error.cause = chained("cause");
  error.context = chained("context");
  if (body.contains("members"))
    error.members = decode_members(body["members"], place.below("members", 0), chain + 1);
  return error;
}

}  // namespace

Value decode(const json& found, const FileReader& read_file) {
  return decode_value(found, root(read_file));
}

ErrorValue decode_error(const json& body, const FileReader& read_file) {
  return decode_body(body, root(read_file), 1);
}

Value decode_text(std::string_view text, const FileReader& read_file) {
  return decode(parse_json(text, "the text"), read_file);
}

std::string refuse_files(const std::string& name) {
  throw WireError("a value in a file (" + name + ") cannot stand here");
}

FileReader files_in(std::filesystem::path dir) {
  return [dir = std::move(dir)](const std::string& name) {
    static constexpr std::string_view folder = "values/";
    if (!name.starts_with(folder) || !all_digits(std::string_view(name).substr(folder.size()))) {
      throw WireError("a value's file is named \"" + name + "\", expected values/ORDINAL");
    }
    std::ifstream file(dir / name, std::ios::binary);
    if (!file)
      throw WireError("a value's file " + (dir / name).string() +
                      " is missing: it is written before its event");
    std::ostringstream text;
    text << file.rdbuf();
    return std::move(text).str();
  };
}

}  // namespace touchstone::wire
