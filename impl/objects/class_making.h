/// How a class comes to be. Part of class.h; not for use on its own.
#pragma once

#include <algorithm>
#include <set>

#include "impl/objects/class.h"

namespace objects {

template <class Value>
auto Class<Value>::make(std::string name, std::vector<Pointer> bases, const Attributes& attributes,
                        Metaclass metaclass) -> Pointer {
  auto made = std::make_shared<Class>(Key{}, std::move(name), std::move(bases), metaclass);
  made->resolve_order();
  for (const auto& [attribute, value] : attributes) made->attributes_.set(attribute, value);
  if (made->metaclass_ == Metaclass::abc) made->collect_abstract_methods();
  for (const auto& base : made->bases_) base->adopt(base->subclasses_, made);
  return made;
}

template <class Value>
Class<Value>::Class(Key, std::string name, std::vector<Pointer> bases, Metaclass metaclass)
    : name_(std::move(name)),
      bases_(std::move(bases)),
      metaclass_(std::ranges::any_of(
                     bases_, [](const Pointer& base) { return base->metaclass_ == Metaclass::abc; })
                     ? Metaclass::abc
                     : metaclass) {}

template <class Value>
void Class<Value>::resolve_order() {
  std::vector<Order<Class>> sequences;
  Order<Class> bases;
  std::string names;
  for (const auto& base : bases_) {
    if (std::ranges::find(bases, base.get()) != bases.end()) {
      throw errors::TypeError("duplicate base class " + base->name_);
    }
    sequences.push_back(base->mro_);
    bases.push_back(base.get());
    names += (names.empty() ? "" : ", ") + base->name_;
  }
  sequences.push_back(std::move(bases));
  auto order = merge(std::move(sequences));
  if (!order) {
    throw errors::TypeError("Cannot create a consistent method resolution order (MRO) for bases " +
                            names);
  }
  mro_ = std::move(*order);
  mro_.insert(mro_.begin(), this);
}

template <class Value>
void Class<Value>::collect_abstract_methods() {
  std::set<std::string> names;
  for (const auto& [name, attribute] : attributes_.items()) {
    if (attribute.is_abstract) names.insert(name);
  }
  for (const auto& base : bases_) {
    for (const auto& name : base->abstract_methods_) {
      const auto found = lookup(name);
      if (found && found->is_abstract) names.insert(name);
    }
  }
  abstract_methods_.assign(names.begin(), names.end());
}

template <class Value>
std::optional<Attribute<Value>> Class<Value>::lookup(std::string_view attribute,
                                                     const Class* after) const {
  auto asked = mro_.begin();
  if (after != nullptr) asked = std::find(mro_.begin(), mro_.end(), after) + 1;
  for (; asked != mro_.end(); ++asked) {
    if (auto found = (*asked)->attributes_.find(attribute)) return found;
  }
  return std::nullopt;
}

}  // namespace objects
