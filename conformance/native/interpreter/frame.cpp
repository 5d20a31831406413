#include "conformance/native/interpreter/frame.h"

#include "conformance/native/builtins/builtins.h"
#include "conformance/native/kit/kit_names.h"
#include "conformance/native/runtime/exception.h"

namespace touchstone::native {
namespace {

using Place = Reference::Kind;
using StepDone = Step<std::monostate>;

void make_cells(Frame& frame) {
  frame.slots.assign(frame.code.slots.size(), Value::unbound());
  for (const std::size_t slot : frame.code.cell_slots) frame.slots[slot] = make<Cell>();
}

Failure name_error(const std::string& id) {
  return {python_error("NameError", "name '" + id + "' is not defined").exception()};
}

Failure unbound_error(const std::string& id, Place kind) {
  if (kind == Place::Free)
    return {python_error("NameError", "cannot access free variable '" + id +
                                          "' where it is not associated with a value")
                .exception()};
  return {python_error("UnboundLocalError", "cannot access local variable '" + id +
                                                "' where it is not associated with a value")
              .exception()};
}

Step<Value> load_global(const std::string& id) {
  if (auto value = find_global(id)) return std::move(*value);
  return name_error(id);
}

/// Of a variable of a function: its value, perhaps unbound.
Value peek(const Frame& frame, Reference reference) {
  if (reference.kind == Place::Local) return frame.slots[reference.index];
  return frame.cell(reference)->get();
}

}  // namespace

Frame::Frame(const Code& code, Frame& outer)
    : code(code), program(outer.program), closure(outer.closure_for(code)), handled(outer.handled) {
  make_cells(*this);
}

Frame::Frame(const Code& code, const Program& program, std::vector<Ref<Cell>> closure)
    : code(code), program(program), closure(std::move(closure)) {
  make_cells(*this);
}

const Ref<Cell> Frame::cell(Reference source) const {
  return source.kind == Place::Free ? closure[source.index]
                                    : Ref<Cell>(as<Cell>(slots[source.index]));
}

void Frame::set_slot(std::size_t index, Value value) {
  if (auto* cell = as<Cell>(slots[index]))
    cell->set(std::move(value));
  else
    slots[index] = std::move(value);
}

std::vector<Ref<Cell>> Frame::closure_for(const Code& inner) const {
  std::vector<Ref<Cell>> cells;
  cells.reserve(inner.free_sources.size());
  for (const Reference& source : inner.free_sources) cells.push_back(cell(source));
  return cells;
}

namespace {

/// The built-in names as they are now.
Value builtins_module(const Registry& registry) {
  const Ref<Module> module = make<Module>("builtins");
  for (const Namespace* names : {&builtin_names(), &registry.builtins()}) {
    for (const auto& [name, value] : names->snapshot()) module->attributes.set(name, value);
  }
  return module;
}

}  // namespace

std::optional<Value> find_global(std::string_view id) {
  Run& run = current_run();
  if (auto value = run.globals().find(id)) return value;
  if (auto value = run.registry().builtins().find(id)) return value;
  if (auto value = builtin_names().find(id)) return value;
  if (auto value = kit_names().find(id)) return value;
  if (auto value = run.registry().modules().find(id)) return value;
  if (id == "builtins") return builtins_module(run.registry());
  const auto& missing = run.language().missing_name;
  return missing ? missing(id) : std::nullopt;
}

Step<Value> load_name(Frame& frame, const std::string& id) {
  const Reference reference = frame.code.reference(id);
  if (reference.kind == Place::Global) return with_mangled(frame.code, id, load_global);
  if (reference.kind == Place::Dynamic) {
    if (auto value = frame.class_body->find(mangled(frame.code, id))) return std::move(*value);
    if (reference.fallback == Place::Global) return load_global(mangled(frame.code, id));
    const Value value = frame.closure[reference.index]->get();
    if (!value.is_bound()) return unbound_error(id, Place::Free);
    return value;
  }
  Value value = peek(frame, reference);
  if (!value.is_bound()) return unbound_error(id, reference.kind);
  return value;
}

StepDone store_name(Frame& frame, const std::string& id, Value value) {
  const Reference reference = frame.code.reference(id);
  switch (reference.kind) {
    case Place::Local:
      frame.slots[reference.index] = std::move(value);
      break;
    case Place::Cell:
    case Place::Free:
      frame.cell(reference)->set(std::move(value));
      break;
    case Place::Dynamic:
      frame.class_body->set(mangled(frame.code, id), std::move(value));
      break;
    case Place::Global:
      current_run().globals().set(mangled(frame.code, id), std::move(value));
      break;
  }
  return std::monostate{};
}

StepDone delete_name(Frame& frame, const std::string& id) {
  const Reference reference = frame.code.reference(id);
  if (reference.kind == Place::Global || reference.kind == Place::Dynamic) {
    Namespace& names =
        reference.kind == Place::Global ? current_run().globals() : *frame.class_body;
    if (!names.remove(mangled(frame.code, id))) return name_error(id);
    return std::monostate{};
  }
  if (!peek(frame, reference).is_bound()) return unbound_error(id, reference.kind);
  if (reference.kind == Place::Local)
    frame.slots[reference.index] = Value::unbound();
  else
    frame.cell(reference)->set(Value::unbound());
  return std::monostate{};
}

}  // namespace touchstone::native
