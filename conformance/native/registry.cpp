#include "conformance/native/registry.h"

#include <stdexcept>

#include "conformance/native/runtime/builtin_class.h"

namespace touchstone::native {
namespace {

/// "a.b.c" as "a.b" and "c".
std::pair<std::string_view, std::string_view> split_last(std::string_view dotted) {
  const std::size_t dot = dotted.rfind('.');
  if (dot == std::string_view::npos) return {{}, dotted};
  return {dotted.substr(0, dot), dotted.substr(dot + 1)};
}

/// Objects of a registry live as long as it does: no run may take them for its own.
class NoHeap {
 public:
  NoHeap() : before_(Heap::set_current(nullptr)) {}
  NoHeap(const NoHeap&) = delete;
  NoHeap& operator=(const NoHeap&) = delete;
  ~NoHeap() { Heap::set_current(before_); }

 private:
  Heap* before_;
};

}  // namespace

Registry::Registry(std::string name, std::string version)
    : language(basic_language()), name_(std::move(name)), version_(std::move(version)) {}

Namespace& Registry::home_of(std::string_view dotted, bool make_modules) const {
  const NoHeap no_heap;
  const std::string_view path = split_last(dotted).first;
  if (path.empty() || path == "builtins") return *builtins_;
  const auto [outer, last] = split_last(path);
  Namespace& home = outer.empty() ? *modules_ : home_of(path, make_modules);
  auto found = home.find(last);
  if (!found && make_modules) {
    found = make<Module>(std::string(path));
    home.set(last, *found);
  }
  if (found) {
    if (auto* module = as<Module>(*found)) return module->attributes;
    if (auto* cls = as<Class>(*found)) return cls->attributes();
  }
  throw std::out_of_range("no module or class " + std::string(path) + " in registry " + name_);
}

Registry& Registry::value(std::string_view dotted, Value value) {
  home_of(dotted, true).set(split_last(dotted).second, std::move(value));
  return *this;
}

Registry& Registry::remove(std::string_view dotted) {
  if (!home_of(dotted, false).remove(split_last(dotted).second)) {
    throw std::out_of_range("registry " + name_ + " binds no " + std::string(dotted));
  }
  return *this;
}

std::optional<Value> Registry::find(std::string_view dotted) const {
  try {
    const std::string_view last = split_last(dotted).second;
    if (auto found = home_of(dotted, false).find(last)) return found;
    if (split_last(dotted).first.empty()) return modules_->find(last);
  } catch (const std::out_of_range&) {
    return std::nullopt;
  }
  return std::nullopt;
}

Value Registry::at(std::string_view dotted) const {
  if (auto found = find(dotted)) return *std::move(found);
  throw std::out_of_range("nothing named " + std::string(dotted) + " in registry " + name_);
}

Class& Registry::find_class(std::string_view dotted) const {
  if (const auto found = find(dotted)) {
    if (auto* cls = as<Class>(*found)) return *cls;
  }
  if (Class* cls = find_builtin_class(dotted)) return *cls;
  throw std::out_of_range("no class " + std::string(dotted) + " in registry " + name_);
}

Registry& Registry::native_function(std::string_view dotted, NativeBody body) {
  const std::string last(split_last(dotted).second);
  return value(dotted, make<Builtin>(last, std::move(body)));
}

Registry& Registry::native_builtin_method(std::string_view cls, std::string_view name,
                                          NativeBody body) {
  builtin_methods_[std::string(cls)].set(name,
                                         make<Builtin>(std::string(name), std::move(body), true));
  return *this;
}

std::optional<Value> Registry::find_builtin_method(std::string_view cls,
                                                   std::string_view name) const {
  const auto found = builtin_methods_.find(cls);
  return found == builtin_methods_.end() ? std::nullopt : found->second.find(name);
}

namespace {

Ref<Class> derive(std::string_view dotted, Class& base) {
  const NoHeap no_heap;
  const auto [module, last] = split_last(dotted);
  Classes ancestors{Ref<Class>(&base)};
  ancestors.insert(ancestors.end(), base.ancestors().begin(), base.ancestors().end());
  Ref<Class> cls = make<Class>(std::string(last), Classes{Ref<Class>(&base)}, std::move(ancestors),
                               base.metaclass());
  if (!module.empty()) cls->set_module(std::string(module));
  return cls;
}

}  // namespace

Class& Registry::native_type(std::string_view dotted, std::string_view base, TypeTag& tag) {
  if (Class* known = class_for(tag)) return *known;
  const Ref<Class> cls = derive(dotted, find_class(base));
  classes_[&tag] = cls;
  value(dotted, cls);
  return *cls;
}

Class* Registry::class_for(const TypeTag& tag) const {
  const auto found = classes_.find(&tag);
  return found == classes_.end() ? nullptr : found->second.get();
}

Registry& Registry::error_class(std::string_view dotted, std::string_view base) {
  return value(dotted, derive(dotted, find_class(base)));
}

Value Registry::new_error(const Ref<Class>& cls, std::string_view message) {
  Values arguments;
  if (!message.empty()) arguments.push_back(make_str(message));
  return make<Exception>(cls, std::move(arguments));
}

std::optional<Value> Registry::translated(const std::exception_ptr& error) const {
  for (auto each = translators_.rbegin(); each != translators_.rend(); ++each) {
    if (auto known = (*each)(error)) return known;
  }
  return std::nullopt;
}

Registry& Registry::claims(std::initializer_list<std::string_view> capabilities) {
  capabilities_.insert(capabilities.begin(), capabilities.end());
  return *this;
}

Registry& Registry::disclaims(std::string_view capability) {
  capabilities_.erase(std::string(capability));
  return *this;
}

}  // namespace touchstone::native
