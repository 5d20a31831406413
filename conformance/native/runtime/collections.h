/// tuple, list, dict, set and frozenset, slice and range of a running scenario.
#pragma once

#include <gmpxx.h>

#include <mutex>
#include <vector>

#include "conformance/native/runtime/heap.h"
#include "conformance/native/runtime/table.h"

namespace touchstone::native {

using Values = std::vector<Value>;

class Tuple : public Object {
 public:
  static bool matches(Kind kind) { return kind == Kind::Tuple; }
  explicit Tuple(Values items) : Object(Kind::Tuple), items_(std::move(items)) {}
  const Values& items() const { return items_; }

 private:
  const Values items_;
};

class List : public Container {
 public:
  static bool matches(Kind kind) { return kind == Kind::List; }
  explicit List(Values items = {}) : Container(Kind::List), items_(std::move(items)) {}

  std::size_t size() const;
  Values snapshot() const;
  void append(Value item);
  /// The item at `at`, unbound beyond the end.
  Value get(std::size_t at) const;
  void clear() override;
  /// Runs `change(Values&)` under the list's lock; it must not run scenario code and must move out
  /// what it drops.
  template <class Change>
  auto locked(Change&& change) {
    const std::scoped_lock lock(lock_);
    return change(items_);
  }

 private:
  mutable SpinLock lock_;
  Values items_;
};

class Dict : public Container {
 public:
  static bool matches(Kind kind) { return kind == Kind::Dict; }
  Dict() : Container(Kind::Dict) {}
  Table& table() { return table_; }
  void clear() override { table_.clear(); }

 private:
  Table table_;
};

class Set : public Container {
 public:
  static bool matches(Kind kind) { return kind == Kind::Set; }
  explicit Set(bool frozen) : Container(Kind::Set), frozen_(frozen) {}
  bool frozen() const { return frozen_; }
  Table& table() { return table_; }
  void clear() override { table_.clear(); }

 private:
  Table table_;
  const bool frozen_;
};

class Slice : public Object {
 public:
  static bool matches(Kind kind) { return kind == Kind::Slice; }
  Slice(Value start, Value stop, Value step)
      : Object(Kind::Slice),
        start_(std::move(start)),
        stop_(std::move(stop)),
        step_(std::move(step)) {}
  const Value& start() const { return start_; }
  const Value& stop() const { return stop_; }
  const Value& step() const { return step_; }

 private:
  const Value start_, stop_, step_;
};

class Range : public Object {
 public:
  static bool matches(Kind kind) { return kind == Kind::Range; }
  Range(mpz_class start, mpz_class stop, mpz_class step);
  const mpz_class& start() const { return start_; }
  const mpz_class& stop() const { return stop_; }
  const mpz_class& step() const { return step_; }
  const mpz_class& length() const { return length_; }
  Value at(const mpz_class& index) const;
  /// The same, of an index within the range.
  Value at(std::int64_t index) const;

 private:
  const mpz_class start_, stop_, step_;
  mpz_class length_;
  bool is_small_ = false;  ///< start, stop and step fit 64 bits
};

/// A live look at a dict: keys(), values(), items().
class View : public Object {
 public:
  enum class What { Keys, Values, Items };
  static bool matches(Kind kind) { return kind == Kind::View; }
  View(What what, Ref<Dict> dict) : Object(Kind::View), what(what), dict(std::move(dict)) {}
  const char* type_name() const {
    return what == What::Keys ? "dict_keys" : what == What::Values ? "dict_values" : "dict_items";
  }
  const What what;
  const Ref<Dict> dict;
};

inline Value make_tuple(Values items) { return make<Tuple>(std::move(items)); }
inline Value make_list(Values items) { return make<List>(std::move(items)); }

}  // namespace touchstone::native
