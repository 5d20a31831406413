#include <algorithm>

#include "conformance/native/operations/attributes.h"
#include "conformance/native/operations/numbers.h"
#include "conformance/native/operations/operations.h"
#include "conformance/native/operations/sequences.h"
#include "conformance/native/run.h"
#include "conformance/native/runtime/builtin_class.h"
#include "conformance/native/runtime/integer.h"
#include "conformance/native/runtime/text.h"

namespace touchstone::native {
namespace {

[[noreturn]] void refuse_key(const char* sequence, const Value& key) {
  throw type_error(std::string(sequence) + " indices must be integers or slices, not " +
                   type_name(key));
}

std::int64_t sequence_index(const char* sequence, const Value& key) {
  if (key.is_small_int()) return key.integer();
  const auto index = find_index(key);
  if (!index) refuse_key(sequence, key);
  return index_from(make_int(*index));
}

Value get_list_item(List& list, const Value& key) {
  if (const auto* bounds = as<Slice>(key)) {
    const Values items = list.snapshot();
    return make_list(picked(items, select(*bounds, items.size())));
  }
  const std::int64_t index = sequence_index("list", key);
  return list.locked([&](Values& items) {
    return items[position_of(index, items.size(), "list index out of range")];
  });
}

Value get_tuple_item(const Tuple& tuple, const Value& key) {
  if (const auto* bounds = as<Slice>(key))
    return make_tuple(picked(tuple.items(), select(*bounds, tuple.items().size())));
  return tuple.items()[position_of(sequence_index("tuple", key), tuple.items().size(),
                                   "tuple index out of range")];
}

Value get_array_item(const ByteArray& array, const Value& key) {
  const std::string data = array.snapshot();
  if (const auto* bounds = as<Slice>(key))
    return make<ByteArray>(picked(data, select(*bounds, data.size())));
  const std::int64_t index = sequence_index("bytearray", key);
  return static_cast<std::int64_t>(static_cast<unsigned char>(
      data[position_of(index, data.size(), "bytearray index out of range")]));
}

Value get_range_item(const Range& range, const Value& key) {
  if (const auto* bounds = as<Slice>(key)) {
    if (!range.length().fits_slong_p()) throw overflow_error("range too long to slice");
    const Selection selection = select(*bounds, range.length().get_ui());
    const mpz_class start = range.start() + selection.start * range.step();
    const mpz_class step = range.step() * selection.step;
    return make<Range>(start, start + selection.count * step, step);
  }
  auto index = find_index(key);
  if (!index) refuse_key("range", key);
  if (*index < 0) *index += range.length();
  if (*index < 0 || *index >= range.length()) throw index_error("range object index out of range");
  return range.at(*index);
}

Value get_dict_item(const Value& whole, Dict& dict, const Value& key) {
  if (auto found = find_key(dict, key)) return *found;
  if (as<Instance>(whole) != nullptr) {
    if (auto made = call_special(whole, "__missing__", {key})) return *made;
  }
  throw key_error(key);
}

std::optional<Value> get_built_in_item(const Value& whole, const Value& container,
                                       const Value& key) {
  if (!container.is_object()) return std::nullopt;
  Object& object = *container.object();
  const TextOperations& text = language().text;
  switch (object.kind()) {
    case Kind::List:
      return get_list_item(static_cast<List&>(object), key);
    case Kind::Tuple:
      return get_tuple_item(static_cast<Tuple&>(object), key);
    case Kind::Dict:
      return get_dict_item(whole, static_cast<Dict&>(object), key);
    case Kind::Range:
      return get_range_item(static_cast<Range&>(object), key);
    case Kind::ByteArray:
      return get_array_item(static_cast<ByteArray&>(object), key);
    case Kind::Str: {
      const auto* bounds = as<Slice>(key);
      return bounds != nullptr ? text.slice(container, *bounds)
                               : text.item(container, sequence_index("string", key));
    }
    case Kind::Bytes: {
      const auto* bounds = as<Slice>(key);
      return bounds != nullptr ? text.bytes_slice(container, *bounds)
                               : text.bytes_item(container, sequence_index("byte", key));
    }
    default:
      return std::nullopt;
  }
}

/// The bounds as plain ints: `__index__` of a scenario's class must not run under a list's lock.
Slice plain_bounds(const Slice& given) {
  const auto plain = [](const Value& bound) {
    const auto index = bound.is_none() ? std::nullopt : find_index(bound);
    return index ? make_int(*index) : bound;
  };
  return Slice(plain(given.start()), plain(given.stop()), plain(given.step()));
}

void set_list_slice(List& list, const Slice& given, Values replacement) {
  const Slice bounds = plain_bounds(given);
  Values dropped;
  list.locked([&](Values& items) {
    const Selection selection = select(bounds, items.size());
    if (selection.step == 1) {
      const auto first = items.begin() + selection.start;
      dropped.assign(first, first + selection.count);
      items.erase(first, first + selection.count);
      items.insert(items.begin() + selection.start, replacement.begin(), replacement.end());
      return;
    }
    if (static_cast<std::int64_t>(replacement.size()) != selection.count) {
      throw value_error("attempt to assign sequence of size " + std::to_string(replacement.size()) +
                        " to extended slice of size " + std::to_string(selection.count));
    }
    for (std::int64_t i = 0; i < selection.count; ++i)
      std::swap(items[selection.at(i)], replacement[static_cast<std::size_t>(i)]);
  });
}

void delete_list_slice(List& list, const Slice& given) {
  const Slice bounds = plain_bounds(given);
  Values dropped;
  list.locked([&](Values& items) {
    const Selection selection = select(bounds, items.size());
    std::vector<std::size_t> positions;
    for (std::int64_t i = 0; i < selection.count; ++i) positions.push_back(selection.at(i));
    std::ranges::sort(positions, std::greater<>());
    for (const std::size_t at : positions) {
      dropped.push_back(std::move(items[at]));
      items.erase(items.begin() + static_cast<std::ptrdiff_t>(at));
    }
  });
}

bool set_built_in_item(const Value& container, const Value& key, Value item) {
  if (auto* list = as<List>(container)) {
    if (const auto* bounds = as<Slice>(key))
      return set_list_slice(*list, *bounds, items_of(item)), true;
    const std::int64_t index = sequence_index("list", key);
    list->locked([&](Values& items) {
      std::swap(items[position_of(index, items.size(), "list assignment index out of range")],
                item);
    });
  } else if (auto* dict = as<Dict>(container)) {
    set_key(*dict, key, std::move(item));
  } else if (auto* array = as<ByteArray>(container)) {
    const std::int64_t index = sequence_index("bytearray", key);
    const auto byte = static_cast<char>(byte_from(item));
    array->locked([&](std::string& data) {
      data[position_of(index, data.size(), "bytearray index out of range")] = byte;
    });
  } else if (as<Str>(container) != nullptr) {
    language().text.set_item(container, key, item);
  } else if (as<Bytes>(container) != nullptr) {
    language().text.set_bytes_item(container, key, item);
  } else {
    return false;
  }
  return true;
}

bool delete_built_in_item(const Value& container, const Value& key) {
  if (auto* list = as<List>(container)) {
    if (const auto* bounds = as<Slice>(key)) return delete_list_slice(*list, *bounds), true;
    const std::int64_t index = sequence_index("list", key);
    Value dropped = list->locked([&](Values& items) {
      const std::size_t at = position_of(index, items.size(), "list assignment index out of range");
      Value removed = std::move(items[at]);
      items.erase(items.begin() + static_cast<std::ptrdiff_t>(at));
      return removed;
    });
    return true;
  }
  if (auto* dict = as<Dict>(container)) {
    if (!dict->table().remove(key, hash_of(key))) throw key_error(key);
    return true;
  }
  return false;
}

}  // namespace

Value get_item(const Value& container, const Value& key) {
  if (as<Instance>(container) != nullptr) {
    if (auto answer = call_special(container, "__getitem__", {key})) return *answer;
  }
  if (auto item = get_built_in_item(container, primitive_of(container), key)) return *item;
  if (const auto* cls = as<Class>(container)) {
    if (cls->find("__class_getitem__"))
      return call(get_attribute(container, "__class_getitem__"), {key});
    return container;  // a generic alias: list[int]
  }
  if (auto answer = call_special(container, "__getitem__", {key})) return *answer;
  throw type_error("'" + type_name(container) + "' object is not subscriptable");
}

void set_item(const Value& container, const Value& key, Value item) {
  if (as<Instance>(container) != nullptr && call_special(container, "__setitem__", {key, item}))
    return;
  if (set_built_in_item(primitive_of(container), key, std::move(item))) return;
  throw type_error("'" + type_name(container) + "' object does not support item assignment");
}

void delete_item(const Value& container, const Value& key) {
  if (as<Instance>(container) != nullptr && call_special(container, "__delitem__", {key})) return;
  if (delete_built_in_item(primitive_of(container), key)) return;
  throw type_error("'" + type_name(container) + "' object doesn't support item deletion");
}

}  // namespace touchstone::native
