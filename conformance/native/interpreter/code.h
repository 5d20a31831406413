/// A scenario with its names resolved: for every function, class body and comprehension, where each
/// name lives. Made once from the tree; tree and program outlive everything that runs from them.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "conformance/native/runtime/value.h"
#include "conformance/scenario/tree.h"

namespace touchstone::native {

/// Where a name is found. Local: a slot of the frame. Cell: a slot that holds a cell shared with
/// inner functions. Free: a cell of an enclosing function. Global: the run's globals, then
/// built-ins and modules. Dynamic: a name of a class body, there first, then as `fallback` says.
struct Reference {
  enum class Kind { Local, Cell, Free, Global, Dynamic };
  Kind kind = Kind::Global;
  std::size_t index = 0;
  Kind fallback = Kind::Global;  // of Dynamic: Free or Global
};

struct Code {
  enum class Kind { Module, Function, Class, Comprehension };

  Kind kind = Kind::Module;
  std::string name;
  std::string qualified_name;
  const Code* parent = nullptr;
  std::string
      class_name;  ///< of the innermost class around, for names with two leading underscores

  // What runs: `body` of a def, class or module, else `expression` of a lambda or an element of a
  // comprehension.
  const scenario::Arguments* arguments = nullptr;
  const scenario::Body* body = nullptr;
  const scenario::Expr* expression = nullptr;
  const scenario::Comprehensions* generators = nullptr;
  bool is_async = false;
  bool has_yield = false;

  std::vector<std::string> slots;       ///< parameters first, in order
  std::vector<std::size_t> cell_slots;  ///< those that hold cells
  std::vector<Reference>
      free_sources;  ///< for each free variable, where the enclosing frame has its cell
  std::unordered_map<std::string_view, Reference> names;
  std::unordered_map<const void*, std::unique_ptr<Code>> children;  ///< by node

  Reference reference(std::string_view id) const {
    const auto found = names.find(id);
    return found == names.end() ? Reference{} : found->second;
  }
  const Code& child(const void* node) const { return *children.at(node); }
};

/// The whole of it; `tree` has to outlive it. Runs change nothing in it.
struct Program {
  explicit Program(const scenario::Module& tree);
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;

  const scenario::Module& tree;
  Code code;
  std::unordered_map<const scenario::Constant*, Value> constants;
};

/// `name` as it is inside a class: `__x` in class C is `_C__x`.
std::string mangled(const Code& code, const std::string& name);
inline bool is_mangled(const Code& code, const std::string& name) {
  return name.size() > 2 && name[0] == '_' && name[1] == '_' && !name.ends_with("__") &&
         !code.class_name.empty();
}
/// Calls `use` with that, and copies no other name.
template <class Use>
auto with_mangled(const Code& code, const std::string& name, Use use) {
  return is_mangled(code, name) ? use(mangled(code, name)) : use(name);
}

}  // namespace touchstone::native
