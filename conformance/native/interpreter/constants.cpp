#include "conformance/native/interpreter/constants.h"

#include <stdexcept>

#include "conformance/native/operations/operations.h"
#include "conformance/native/runtime/integer.h"
#include "conformance/native/runtime/text.h"

namespace touchstone::native {
namespace {

Values items_from(const touchstone::Values& data) {
  Values items;
  for (const touchstone::Value& each : data) items.push_back(constant_value(each));
  return items;
}

Value set_from(const touchstone::Set& data) {
  const Ref<Set> set = make<Set>(data.frozen);
  for (const touchstone::Value& each : data.items) {
    const Value item = constant_value(each);
    set->table().set(item, hash_of(item), {});
  }
  return set;
}

Value dict_from(const touchstone::Dict& data) {
  const Ref<Dict> dict = make<Dict>();
  for (const auto& [key, value] : data.items)
    set_key(*dict, constant_value(key), constant_value(value));
  return dict;
}

}  // namespace

Value constant_value(const touchstone::Value& data) {
  if (data.is_none()) return {};
  if (const auto* truth = data.get_if<bool>()) return *truth;
  if (const auto* number = data.get_if<touchstone::Integer>()) return make_int(*number);
  if (const auto* number = data.get_if<double>()) return *number;
  if (const auto* text = data.get_if<touchstone::Text>()) return make_str(text->points);
  if (const auto* bytes = data.get_if<touchstone::Bytes>()) return make_bytes(bytes->data);
  if (const auto* list = data.get_if<touchstone::List>()) return make_list(items_from(list->items));
  if (const auto* tuple = data.get_if<touchstone::Tuple>())
    return make_tuple(items_from(tuple->items));
  if (const auto* set = data.get_if<touchstone::Set>()) return set_from(*set);
  if (const auto* dict = data.get_if<touchstone::Dict>()) return dict_from(*dict);
  throw std::invalid_argument("an object or error cannot be given to a program as data");
}

}  // namespace touchstone::native
