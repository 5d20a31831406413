#include <algorithm>

#include "conformance/native/interpreter/code.h"
#include "conformance/native/interpreter/scope.h"

namespace touchstone::native {
namespace {

constexpr std::string_view class_cell = "__class__";

/// Gives every name of a scope and of the scopes inside its place.
class Resolver {
 public:
  void run(Scope& scope) {
    if (scope.is_function()) place_locals(scope);
    if (scope.code->kind == Code::Kind::Class) place_class_names(scope);
    const std::vector<std::string_view> used(scope.used.begin(), scope.used.end());
    for (const std::string_view name : used) place_use(scope, name);
    for (const std::string_view name : scope.nonlocals) place_use(scope, name);
    if (scope.is_function() && scope.used.contains("super")) place_use(scope, class_cell);
    for (const auto& child : scope.children) run(*child);
  }

 private:
  static bool is_own(const Scope& scope, std::string_view name) {
    return scope.bound.contains(name) && !scope.globals.contains(name) &&
           !scope.nonlocals.contains(name);
  }

  static void place_locals(Scope& scope) {
    for (const std::string_view name : scope.order) {
      if (is_own(scope, name)) add_slot(scope, name);
    }
  }

  static void add_slot(Scope& scope, std::string_view name) {
    scope.code->names[name] = Reference{Reference::Kind::Local, scope.code->slots.size()};
    scope.code->slots.emplace_back(name);
  }

  static void place_class_names(Scope& scope) {
    for (const std::string_view name : scope.order) {
      if (is_own(scope, name))
        scope.code->names[name] = Reference{Reference::Kind::Dynamic, 0, Reference::Kind::Global};
    }
  }

  void place_use(Scope& scope, std::string_view name) {
    if (scope.globals.contains(name)) return;
    if (is_own(scope, name) && scope.is_function()) return;
    const Reference outer =
        scope.code->kind == Code::Kind::Module ? Reference{} : find_outside(scope, name);
    if (scope.code->kind == Code::Kind::Class &&
        (is_own(scope, name) || outer.kind == Reference::Kind::Free)) {
      scope.code->names[name] = Reference{Reference::Kind::Dynamic, outer.index, outer.kind};
    }
  }

  /// Makes `name` of an enclosing function a free variable of `scope`; Global where no function
  /// binds it.
  Reference find_outside(Scope& scope, std::string_view name) {
    const auto known = scope.free.find(name);
    if (known != scope.free.end()) return {Reference::Kind::Free, known->second};
    Scope* outer = scope.parent;
    if (outer == nullptr) return {};
    if (outer->code->kind == Code::Kind::Class && name == class_cell)
      return add_free(scope, name, class_slot(*outer));
    if (outer->is_function() && outer->globals.contains(name)) return {};
    if (outer->is_function() && is_own(*outer, name))
      return add_free(scope, name, make_cell(*outer, name));
    const Reference further = find_outside(*outer, name);
    return further.kind == Reference::Kind::Free ? add_free(scope, name, further) : Reference{};
  }

  static Reference add_free(Scope& scope, std::string_view name, Reference source) {
    const Reference free{Reference::Kind::Free, scope.code->free_sources.size()};
    scope.code->free_sources.push_back(source);
    scope.free.emplace(name, free.index);
    if (scope.is_function()) scope.code->names[name] = free;
    return free;
  }

  static Reference make_cell(Scope& scope, std::string_view name) {
    Reference& reference = scope.code->names.at(name);
    if (reference.kind == Reference::Kind::Local) {
      reference.kind = Reference::Kind::Cell;
      scope.code->cell_slots.push_back(reference.index);
    }
    return reference;
  }

  /// The cell through which methods see the class that is being made.
  static Reference class_slot(Scope& scope) {
    if (scope.code->slots.empty()) {
      scope.code->slots.emplace_back(class_cell);
      scope.code->cell_slots.push_back(0);
    }
    return {Reference::Kind::Cell, 0};
  }
};

}  // namespace

Program::Program(const scenario::Module& tree) : tree(tree) {
  Scope module;
  collect(tree, module, *this);
  Resolver().run(module);
}

std::string mangled(const Code& code, const std::string& name) {
  if (!is_mangled(code, name)) return name;
  std::string_view owner = code.class_name;
  while (owner.starts_with('_')) owner.remove_prefix(1);
  return owner.empty() ? name : "_" + std::string(owner) + name;
}

}  // namespace touchstone::native
