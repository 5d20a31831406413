#include <algorithm>

#include "conformance/native/builtins/builtins.h"
#include "conformance/native/builtins/method_table.h"
#include "conformance/native/builtins/set_operations.h"
#include "conformance/native/operations/operations.h"

namespace touchstone::native {
namespace {

Ref<Set> folded(BinaryOp op, Set& self, Call& call) {
  Ref<Set> result = copy_set(self, self.frozen());
  for (const Value& each : call.arguments().positional) result = combined(op, *result, each);
  return result;
}

void replace_all(Set& self, Set& other) {
  const std::vector<Table::Entry> entries = other.table().snapshot();
  self.table().clear();
  for (const Table::Entry& entry : entries) self.table().set(entry.key, entry.hash, {});
}

bool is_subset(Set& self, const Value& other) {
  return std::ranges::all_of(self.table().snapshot(),
                             [&](const Table::Entry& entry) { return contains(other, entry.key); });
}

Ref<Set> set_from(const Value& iterable) {
  const Ref<Set> set = make<Set>(false);
  add_items(*set, iterable);
  return set;
}

bool is_disjoint(Set& self, const Value& other) {
  return std::ranges::none_of(items_of(other), [&](const Value& item) {
    return self.table().find(item, hash_of(item)).has_value();
  });
}

void bind_queries(MethodTable<Set>& table) {
  table.method("union", [](Set& self, Call& call) { return folded(BinaryOp::BitOr, self, call); })
      .method("intersection",
              [](Set& self, Call& call) { return folded(BinaryOp::BitAnd, self, call); })
      .method("difference", [](Set& self, Call& call) { return folded(BinaryOp::Sub, self, call); })
      .method("symmetric_difference",
              [](Set& self, const Value& other) { return combined(BinaryOp::BitXor, self, other); })
      .method("issubset",
              [](Set& self, const Value& other) { return is_subset(self, Value(set_from(other))); })
      .method(
          "issuperset",
          [](Set& self, const Value& other) { return is_subset(*set_from(other), Value(&self)); })
      .method("isdisjoint", is_disjoint)
      .method("copy", [](Set& self) { return copy_set(self, self.frozen()); });
}

void bind_changes(MethodTable<Set>& table) {
  table
      .method("add",
              [](Set& self, const Value& item) { self.table().set(item, hash_of(item), {}); })
      .method("remove",
              [](Set& self, const Value& item) {
                if (!self.table().remove(item, hash_of(item))) throw key_error(item);
              })
      .method("discard",
              [](Set& self, const Value& item) { self.table().remove(item, hash_of(item)); })
      .method("pop",
              [](Set& self) {
                const auto entry = self.table().remove_last();
                if (!entry) throw key_error(make_str("pop from an empty set"));
                return entry->key;
              })
      .method("clear", [](Set& self) { self.clear(); })
      .method("update",
              [](Set& self, Call& call) {
                for (const Value& each : call.arguments().positional) add_items(self, each);
              })
      .method(
          "intersection_update",
          [](Set& self, Call& call) { replace_all(self, *folded(BinaryOp::BitAnd, self, call)); })
      .method("difference_update",
              [](Set& self, Call& call) { replace_all(self, *folded(BinaryOp::Sub, self, call)); })
      .method("__init__", [](Set& self, Call& call) {
        call.expect(0, 1);
        self.table().clear();
        if (call.size() == 1) add_items(self, call[0]);
      });
}

}  // namespace

void bind_set_methods() {
  MethodTable<Set> set("set");
  bind_queries(set);
  bind_changes(set);
  MethodTable<Set> frozen("frozenset");
  bind_queries(frozen);
}

}  // namespace touchstone::native
