#include "conformance/native/runtime/class.h"

#include <algorithm>

namespace touchstone::native {

namespace {

std::atomic<void (*)(Instance&)> instance_finaliser = nullptr;

}  // namespace

void set_instance_finaliser(void (*finaliser)(Instance&)) {
  instance_finaliser.store(finaliser, std::memory_order_release);
}

Class::Class(std::string name, Classes bases, Classes ancestors, Ref<Class> metaclass)
    : Container(Kind::Class),
      name_(std::move(name)),
      qualified_name_(name_),
      bases_(std::move(bases)),
      ancestors_(std::move(ancestors)),
      metaclass_(std::move(metaclass)) {}

Class::~Class() = default;

const Constructor* Class::constructor() const {
  if (constructor_) return &constructor_;
  for (const Ref<Class>& each : ancestors_) {
    if (each->constructor_) return &each->constructor_;
  }
  return nullptr;
}

std::optional<Value> Class::find(std::string_view name) const {
  if (auto own = attributes_.find(name)) return own;
  for (const Ref<Class>& each : ancestors_) {
    if (auto found = each->attributes_.find(name)) return found;
  }
  return std::nullopt;
}

bool Class::derives_from(const Class& other) const {
  return this == &other || std::ranges::any_of(ancestors_, [&](const Ref<Class>& each) {
           return each.get() == &other;
         });
}

void Class::clear() {
  attributes_.clear();
  implementation_.reset();
}

void Instance::finalise() {
  if (auto* run = instance_finaliser.load(std::memory_order_acquire)) run(*this);
}

void Instance::clear() {
  attributes_.clear();
  implementation_.reset();
  payload_.reset();
  primitive_ = Value::unbound();
}

}  // namespace touchstone::native
