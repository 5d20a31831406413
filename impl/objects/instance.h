/// An instance: its class and its own attributes. A language derives from it what needs more (an
/// exception, a container). Thread safety: as AttributeDictionary's.
#pragma once

#include <memory>
#include <string>
#include <utility>

#include "impl/objects/class.h"

namespace objects {

template <class Value>
class Instance : public std::enable_shared_from_this<Instance<Value>> {
 public:
  /// Does not ask whether the class may be instantiated: `instantiate` does.
  explicit Instance(std::shared_ptr<Class<Value>> its_class) : class_(std::move(its_class)) {}
  Instance(const Instance&) = delete;
  Instance& operator=(const Instance&) = delete;
  virtual ~Instance() = default;

  const std::shared_ptr<Class<Value>>& its_class() const { return class_; }
  AttributeDictionary<Value>& attributes() { return attributes_; }
  const AttributeDictionary<Value>& attributes() const { return attributes_; }

 private:
  const std::shared_ptr<Class<Value>> class_;
  AttributeDictionary<Value> attributes_;
};

/// TypeError where the class has abstract methods left; the message names them all.
template <class Value>
void require_concrete(const Class<Value>& its_class) {
  const auto& missing = its_class.abstract_methods();
  if (missing.empty()) return;
  std::string names;
  for (const auto& name : missing) names += (names.empty() ? "" : ", ") + name;
  throw errors::TypeError("Can't instantiate abstract class " + its_class.name() +
                          " with abstract method" + (missing.size() == 1 ? " " : "s ") + names);
}

/// What object.__new__ does: refuses an abstract class, before any initialiser, else makes a Kind
/// of the class.
template <class Value, class Kind = Instance<Value>, class... Arguments>
std::shared_ptr<Kind> instantiate(std::shared_ptr<Class<Value>> its_class,
                                  Arguments&&... arguments) {
  require_concrete(*its_class);
  return std::make_shared<Kind>(std::move(its_class), std::forward<Arguments>(arguments)...);
}

template <class Value>
bool is_instance(const Instance<Value>& instance, const Class<Value>& ancestor) {
  return instance.its_class()->is_subclass_of(ancestor);
}

}  // namespace objects
