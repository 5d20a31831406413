/// Scenario iterables and functions in the form that impl/functional takes, and the objects that
/// map and filter give.
#pragma once

#include <optional>
#include <vector>

#include "conformance/native/operations/operations.h"
#include "impl/functional/map.h"

namespace touchstone::reference {

class SourceIterator {
 public:
  /// TypeError where it is not iterable.
  explicit SourceIterator(const native::Value& iterable);
  std::optional<native::Value> next();

 private:
  native::Iteration iteration_;
};

struct Apply {
  native::Value function;
  native::Value operator()(native::Values row) const;
};

class MapObject {
 public:
  MapObject(native::Value function, std::vector<SourceIterator> sources);
  std::optional<native::Value> next() { return map_.next(); }

 private:
  functional::Map<Apply, functional::SourceList<SourceIterator>> map_;
};

struct FilterObject {
  native::Value function;
  SourceIterator source;
};

}  // namespace touchstone::reference
