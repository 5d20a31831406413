/// The first pass over a tree: which names each scope binds, uses and declares.
#pragma once

#include <map>
#include <memory>
#include <set>
#include <string_view>
#include <vector>

#include "conformance/native/interpreter/code.h"

namespace touchstone::native {

struct Scope {
  Code* code = nullptr;
  Scope* parent = nullptr;
  std::vector<std::string_view> order;  ///< bound names, parameters first
  std::set<std::string_view> bound;
  std::set<std::string_view> used;
  std::set<std::string_view> globals;
  std::set<std::string_view> nonlocals;
  std::map<std::string_view, std::size_t>
      free;  ///< variables of enclosing functions, by their index in the closure
  std::vector<std::unique_ptr<Scope>> children;

  bool is_function() const {
    return code->kind == Code::Kind::Function || code->kind == Code::Kind::Comprehension;
  }
  void bind(std::string_view name) {
    if (bound.insert(name).second) order.push_back(name);
  }
};

/// Fills `scope` (of a module) and its children; constants go to the program.
void collect(const scenario::Module& tree, Scope& scope, Program& program);

}  // namespace touchstone::native
