#include <algorithm>

#include "conformance/native/builtins/builtins.h"
#include "conformance/native/builtins/method_table.h"
#include "conformance/native/builtins/sorting.h"
#include "conformance/native/operations/operations.h"
#include "conformance/native/operations/sequences.h"

namespace touchstone::native {
namespace {

bool same(const Value& a, const Value& b) { return a.is(b) || equal(a, b); }

std::int64_t index_among(const Values& items, const Value& wanted, const Value& start,
                         const Value& end) {
  const Selection window = select(Slice(start, end, Value()), items.size());
  for (std::int64_t i = 0; i < window.count; ++i) {
    if (same(items[window.at(i)], wanted)) return window.start + i;
  }
  throw value_error("value is not in the sequence");
}

std::int64_t count_among(const Values& items, const Value& wanted) {
  return std::ranges::count_if(items, [&](const Value& item) { return same(item, wanted); });
}

Value pop_item(List& list, std::int64_t index) {
  return list.locked([&](Values& items) {
    if (items.empty()) throw index_error("pop from empty list");
    const std::size_t at = position_of(index, items.size(), "pop index out of range");
    Value item = std::move(items[at]);
    items.erase(items.begin() + static_cast<std::ptrdiff_t>(at));
    return item;
  });
}

void insert_item(List& list, std::int64_t index, const Value& item) {
  list.locked([&](Values& items) {
    const auto size = static_cast<std::int64_t>(items.size());
    const std::int64_t at = std::clamp<std::int64_t>(index < 0 ? index + size : index, 0, size);
    items.insert(items.begin() + at, item);
  });
}

void remove_item(List& list, const Value& wanted) {
  for (std::size_t at = 0;; ++at) {
    const Value item = list.get(at);
    if (!item.is_bound()) throw value_error("list.remove(x): x not in list");
    if (!same(item, wanted)) continue;
    pop_item(list, static_cast<std::int64_t>(at));
    return;
  }
}

void extend(List& list, const Value& iterable) {
  const Values added = items_of(iterable);
  list.locked([&](Values& items) { items.insert(items.end(), added.begin(), added.end()); });
}

void replace_all(List& list, Values items) {
  list.locked([&](Values& old) { std::swap(old, items); });
}

void bind_list() {
  MethodTable<List>("list")
      .method("append", [](List& self, const Value& item) { self.append(item); })
      .method("extend", extend)
      .method("insert", insert_item)
      .method("pop", pop_item, arg("", -1))
      .method("remove", remove_item)
      .method("clear", [](List& self) { self.clear(); })
      .method("copy", [](List& self) { return make_list(self.snapshot()); })
      .method("count",
              [](List& self, const Value& wanted) { return count_among(self.snapshot(), wanted); })
      .method(
          "index",
          [](List& self, const Value& wanted, const Value& start, const Value& end) {
            return index_among(self.snapshot(), wanted, start, end);
          },
          Parameter{}, arg("", Value()), arg("", Value()))
      .method("reverse",
              [](List& self) { self.locked([](Values& items) { std::ranges::reverse(items); }); })
      .method(
          "sort",
          [](List& self, const Value& key, bool reverse) {
            replace_all(self, sorted(self.snapshot(), key, reverse));
          },
          keyword_arg("key", Value()), keyword_arg("reverse", false))
      .method(
          "__init__",
          [](List& self, const Value& items) {
            replace_all(self, items.is_bound() ? items_of(items) : Values());
          },
          arg("", make_tuple({})));
  MethodTable<Tuple>("tuple")
      .method("count",
              [](Tuple& self, const Value& wanted) { return count_among(self.items(), wanted); })
      .method(
          "index",
          [](Tuple& self, const Value& wanted, const Value& start, const Value& end) {
            return index_among(self.items(), wanted, start, end);
          },
          Parameter{}, arg("", Value()), arg("", Value()));
}

void update(Dict& dict, Call& call) {
  if (call.size() > 1) throw type_error("update expected at most 1 argument");
  if (call.size() == 1) update_dict(dict, call[0]);
  for (const auto& [name, value] : call.arguments().keywords) set_key(dict, make_str(name), value);
}

Value pop_key(Dict& dict, const Value& key, const Value& fallback) {
  if (auto entry = dict.table().remove(key, hash_of(key))) return entry->value;
  if (!fallback.is_bound()) throw key_error(key);
  return fallback;
}

Value pop_last(Dict& dict) {
  const auto entry = dict.table().remove_last();
  if (!entry) throw key_error(make_str("popitem(): dictionary is empty"));
  return make_tuple({entry->key, entry->value});
}

Value copy_of(Dict& dict) {
  const Ref<Dict> copy = make<Dict>();
  for (const Table::Entry& entry : dict.table().snapshot())
    copy->table().set(entry.key, entry.hash, entry.value);
  return copy;
}

Value from_keys(const Value&, const Value& keys, const Value& value) {
  const Ref<Dict> dict = make<Dict>();
  for (const Value& key : items_of(keys)) set_key(*dict, key, value);
  return dict;
}

/// An unbound fallback means that none was given: `pop` tells the two apart.
void bind_dict() {
  MethodTable<Dict>("dict")
      .method(
          "get",
          [](Dict& self, const Value& key, const Value& fallback) {
            return find_key(self, key).value_or(fallback);
          },
          Parameter{}, arg("", Value()))
      .method("keys",
              [](Dict& self) -> Value { return make<View>(View::What::Keys, Ref<Dict>(&self)); })
      .method("values",
              [](Dict& self) -> Value { return make<View>(View::What::Values, Ref<Dict>(&self)); })
      .method("items",
              [](Dict& self) -> Value { return make<View>(View::What::Items, Ref<Dict>(&self)); })
      .method(
          "setdefault",
          [](Dict& self, const Value& key, const Value& fallback) {
            return self.table().set_default(key, hash_of(key), fallback);
          },
          Parameter{}, arg("", Value()))
      .method("pop",
              [](Dict& self, Call& call) {
                call.expect(1, 2);
                return pop_key(self, call[0], call.size() > 1 ? call[1] : Value::unbound());
              })
      .method("popitem", pop_last)
      .method("clear", [](Dict& self) { self.clear(); })
      .method("copy", copy_of)
      .method("update", update)
      .method("__init__", update)
      .class_method("fromkeys", from_keys, Parameter{}, Parameter{}, arg("", Value()));
}

}  // namespace

void update_dict(Dict& dict, const Value& source) {
  if (const auto keys = find_attribute(source, "keys")) {
    for (const Value& key : items_of(call(*keys))) set_key(dict, key, get_item(source, key));
    return;
  }
  for (const Value& pair : items_of(source)) {
    const Values both = items_of(pair);
    if (both.size() != 2)
      throw value_error("dictionary update sequence element has length " +
                        std::to_string(both.size()) + "; 2 is required");
    set_key(dict, both[0], both[1]);
  }
}

void bind_container_methods() {
  bind_list();
  bind_dict();
}

}  // namespace touchstone::native
