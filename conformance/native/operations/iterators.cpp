#include "conformance/native/operations/iterators.h"

#include <atomic>

#include "conformance/native/operations/operations.h"
#include "conformance/native/operations/sequences.h"
#include "conformance/native/run.h"
#include "conformance/native/runtime/integer.h"
#include "conformance/native/runtime/text.h"

namespace touchstone::native {
namespace {

/// Sees what is appended until it has met the end once.
class ListIterator : public Iterator {
 public:
  explicit ListIterator(Ref<List> list) : list_(std::move(list)) {}
  std::optional<Value> next() override {
    if (ended_) return std::nullopt;
    Value item = list_->get(at_.fetch_add(1));
    if (item.is_bound()) return item;
    ended_ = true;
    return std::nullopt;
  }
  const char* type_name() const override { return "list_iterator"; }

 private:
  const Ref<List> list_;
  std::atomic<std::size_t> at_{0};
  std::atomic<bool> ended_{false};
};

class TupleIterator : public Iterator {
 public:
  explicit TupleIterator(Ref<Tuple> tuple) : tuple_(std::move(tuple)) {}
  std::optional<Value> next() override {
    const std::size_t at = at_.fetch_add(1);
    if (at < tuple_->items().size()) return tuple_->items()[at];
    return std::nullopt;
  }
  const char* type_name() const override { return "tuple_iterator"; }

 private:
  const Ref<Tuple> tuple_;
  std::atomic<std::size_t> at_{0};
};

/// str and bytes: item by item, as the registry's operations see them.
class TextIterator : public Iterator {
 public:
  explicit TextIterator(Value text) : text_(std::move(text)), length_(length_of(text_)) {}
  std::optional<Value> next() override {
    const std::size_t at = at_.fetch_add(1);
    if (at >= length_) return std::nullopt;
    return get_item(text_, Value(static_cast<std::int64_t>(at)));
  }
  const char* type_name() const override {
    return as<Str>(text_) != nullptr ? "str_iterator" : "bytes_iterator";
  }

 private:
  const Value text_;
  const std::size_t length_;
  std::atomic<std::size_t> at_{0};
};

class RangeIterator : public Iterator {
 public:
  explicit RangeIterator(Ref<Range> range) : range_(std::move(range)) {}
  std::optional<Value> next() override {
    const long at = at_.fetch_add(1);
    if (range_->length() <= at) return std::nullopt;
    return range_->at(at);
  }
  const char* type_name() const override { return "range_iterator"; }

 private:
  const Ref<Range> range_;
  std::atomic<long> at_{0};
};

enum class Part { Key, Value, Item };

Value part_of(const Table::Entry& entry, Part part) {
  switch (part) {
    case Part::Key:
      return entry.key;
    case Part::Value:
      return entry.value;
    case Part::Item:
      break;
  }
  return make_tuple({entry.key, entry.value});
}

/// Over the table of a dict or set; RuntimeError where its size changed since the start.
class TableIterator : public Iterator {
 public:
  TableIterator(Value owner, Table& table, Part part, const char* type)
      : owner_(std::move(owner)), table_(table), part_(part), type_(type), size_(table.size()) {}
  std::optional<Value> next() override {
    const std::scoped_lock lock(lock_);
    if (ended_) return std::nullopt;
    if (table_.size() != size_) {
      throw runtime_error(as<Dict>(owner_) != nullptr ? "dictionary changed size during iteration"
                                                      : "Set changed size during iteration");
    }
    const auto entry = table_.next(&cursor_);
    if (entry) return part_of(*entry, part_);
    ended_ = true;
    return std::nullopt;
  }
  const char* type_name() const override { return type_; }

 private:
  SpinLock lock_;
  const Value owner_;
  Table& table_;
  const Part part_;
  const char* const type_;
  const std::size_t size_;
  std::size_t cursor_ = 0;
  bool ended_ = false;
};

class ReverseIterator : public Iterator {
 public:
  ReverseIterator(Value sequence, const char* type)
      : sequence_(std::move(sequence)),
        type_(type),
        left_(static_cast<std::int64_t>(length_of(sequence_))) {}
  std::optional<Value> next() override {
    const std::int64_t at = --left_;
    if (at < 0 || at >= static_cast<std::int64_t>(length_of(sequence_))) return std::nullopt;
    return get_item(sequence_, Value(at));
  }
  const char* type_name() const override { return type_; }

 private:
  const Value sequence_;
  const char* const type_;
  std::atomic<std::int64_t> left_;
};

Value over_view(const View& view) {
  Table& table = view.dict->table();
  switch (view.what) {
    case View::What::Keys:
      return make<TableIterator>(view.dict, table, Part::Key, "dict_keyiterator");
    case View::What::Values:
      return make<TableIterator>(view.dict, table, Part::Value, "dict_valueiterator");
    case View::What::Items:
      break;
  }
  return make<TableIterator>(view.dict, table, Part::Item, "dict_itemiterator");
}

}  // namespace

std::optional<Value> ItemIterator::next() {
  if (at_ < 0) return std::nullopt;
  try {
    return get_item(container_, Value(at_++));
  } catch (const PythonError& error) {
    at_ = -1;
    if (!is_exception(error.exception(), "IndexError") &&
        !is_exception(error.exception(), "StopIteration"))
      throw;
    return std::nullopt;
  }
}

std::optional<Value> built_in_iterator(const Value& container) {
  Object& object = *container.object();
  switch (object.kind()) {
    case Kind::List:
      return Value(make<ListIterator>(static_cast<List*>(&object)));
    case Kind::Tuple:
      return Value(make<TupleIterator>(static_cast<Tuple*>(&object)));
    case Kind::Str:
    case Kind::Bytes:
      return Value(make<TextIterator>(container));
    case Kind::ByteArray:
      return Value(make<TextIterator>(make_bytes(static_cast<ByteArray&>(object).snapshot())));
    case Kind::Range:
      return Value(make<RangeIterator>(static_cast<Range*>(&object)));
    case Kind::Dict:
      return Value(make<TableIterator>(container, static_cast<Dict&>(object).table(), Part::Key,
                                       "dict_keyiterator"));
    case Kind::Set:
      return Value(make<TableIterator>(container, static_cast<Set&>(object).table(), Part::Key,
                                       "set_iterator"));
    case Kind::View:
      return over_view(static_cast<View&>(object));
    default:
      return std::nullopt;
  }
}

std::optional<Value> reverse_iterator(const Value& container) {
  if (as<Instance>(container) != nullptr) {
    if (auto made = call_special(container, "__reversed__")) return made;
    if (find_special(container, "__getitem__") && find_special(container, "__len__"))
      return Value(make<ReverseIterator>(container, "reversed"));
    const Value& inside = as<Instance>(container)->primitive();
    return inside.is_bound() ? reverse_iterator(inside) : std::nullopt;
  }
  if (as<List>(container) != nullptr)
    return Value(make<ReverseIterator>(container, "list_reverseiterator"));
  if (as<Range>(container) != nullptr)
    return Value(make<ReverseIterator>(container, "range_iterator"));
  if (as<Tuple>(container) != nullptr || as<Str>(container) != nullptr ||
      as<Bytes>(container) != nullptr) {
    return Value(make<ReverseIterator>(container, "reversed"));
  }
  if (as<Dict>(container) != nullptr || as<View>(container) != nullptr) {
    Values items = items_of(container);
    return get_iterator(make_list(Values(items.rbegin(), items.rend())));
  }
  return std::nullopt;
}

}  // namespace touchstone::native
