/// Names bound to values, in order of first binding: globals, attributes of classes, instances and
/// modules. Thread: every member locks for itself; values leave as copies and are dropped outside
/// the lock.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "conformance/native/runtime/spin_lock.h"
#include "conformance/native/runtime/value.h"

namespace touchstone::native {

class Namespace {
 public:
  using Bindings = std::vector<std::pair<std::string, Value>>;

  std::optional<Value> find(std::string_view name) const;
  /// Throws std::out_of_range where the name is not bound.
  Value at(std::string_view name) const;
  bool contains(std::string_view name) const;
  void set(std::string_view name, Value value);
  /// False where the name was not bound.
  bool remove(std::string_view name);
  Bindings snapshot() const;
  void clear();

 private:
  static constexpr std::size_t linear_size_max = 8;

  std::size_t position(std::string_view name) const;
  void reindex();

  struct NameHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view name) const {
      return std::hash<std::string_view>{}(name);
    }
  };

  using Index = std::unordered_map<std::string, std::size_t, NameHash, std::equal_to<>>;

  mutable SpinLock lock_;
  Bindings bindings_;
  std::unique_ptr<Index> index_;  // only beyond linear_size_max
};

}  // namespace touchstone::native
