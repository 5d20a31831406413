/// The subtype relation: inherited, registered, or registered with a subclass, to any depth. Part
/// of class.h.
#pragma once

#include <algorithm>

#include "impl/objects/class.h"

namespace objects {

template <class Value>
bool Class<Value>::is_subclass_of(const Class& ancestor) const {
  return inherits(ancestor) || ancestor.has_virtual_subclass(*this);
}

template <class Value>
bool Class<Value>::inherits(const Class& ancestor) const {
  return std::ranges::find(mro_, &ancestor) != mro_.end();
}

template <class Value>
bool Class<Value>::has_virtual_subclass(const Class& candidate) const {
  if (metaclass_ != Metaclass::abc) return false;
  return std::ranges::any_of(subclasses_and_registered(), [&](const Pointer& child) {
    return candidate.is_subclass_of(*child);
  });
}

template <class Value>
void Class<Value>::register_subclass(const Pointer& subclass) {
  if (metaclass_ != Metaclass::abc) {
    throw errors::AttributeError("type object '" + name_ + "' has no attribute 'register'");
  }
  if (subclass->is_subclass_of(*this)) return;
  if (is_subclass_of(*subclass))
    throw errors::RuntimeError("Refusing to create an inheritance cycle");
  adopt(registered_, subclass);
}

template <class Value>
void Class<Value>::adopt(std::vector<std::weak_ptr<Class>>& list, std::weak_ptr<Class> child) {
  const std::lock_guard lock(children_mutex_);
  std::erase_if(list, [](const std::weak_ptr<Class>& entry) { return entry.expired(); });
  list.push_back(std::move(child));
}

template <class Value>
auto Class<Value>::subclasses_and_registered() const -> std::vector<Pointer> {
  const std::lock_guard lock(children_mutex_);
  std::vector<Pointer> alive;
  for (const auto* list : {&registered_, &subclasses_}) {
    for (const auto& entry : *list) {
      if (auto child = entry.lock()) alive.push_back(std::move(child));
    }
  }
  return alive;
}

}  // namespace objects
