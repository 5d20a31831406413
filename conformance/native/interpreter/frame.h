/// One activation of a function, class body or comprehension: its variables and what it is
/// handling.
#pragma once

#include <vector>

#include "conformance/native/interpreter/code.h"
#include "conformance/native/interpreter/step.h"
#include "conformance/native/run.h"
#include "conformance/native/runtime/function.h"

namespace touchstone::native {

struct Frame {
  /// A frame of the same activation as `outer`: a class body or comprehension.
  Frame(const Code& code, Frame& outer);
  /// An activation of its own. `closure` is in the order of the code's free variables.
  Frame(const Code& code, const Program& program, std::vector<Ref<Cell>> closure);

  const Code& code;
  const Program& program;
  std::vector<Value> slots;
  std::vector<Ref<Cell>> closure;
  Namespace* class_body = nullptr;  ///< where a class body's names go
  HandledErrors own_handled;
  HandledErrors* handled = &own_handled;

  Frame(const Frame&) = delete;
  Frame& operator=(const Frame&) = delete;

  const Ref<Cell> cell(Reference source) const;
  /// Puts a parameter's value into its slot, or into the cell that is there.
  void set_slot(std::size_t index, Value value);
  /// The closure of a function made in this frame.
  std::vector<Ref<Cell>> closure_for(const Code& inner) const;
};

/// The value of a name; NameError or UnboundLocalError where it has none.
Step<Value> load_name(Frame& frame, const std::string& id);
Step<std::monostate> store_name(Frame& frame, const std::string& id, Value value);
Step<std::monostate> delete_name(Frame& frame, const std::string& id);

/// A bare name that no function binds: globals, built-ins, the kit's names, modules, the registry's
/// last word.
std::optional<Value> find_global(std::string_view id);

}  // namespace touchstone::native
