#include "conformance/native/interpreter/evaluate.h"
#include "conformance/native/interpreter/frame_body.h"
#include "conformance/native/operations/operations.h"
#include "conformance/native/runtime/builtin_class.h"
#include "conformance/native/runtime/text.h"

namespace touchstone::native {
namespace {

namespace tree = scenario;

Ref<Class> base_from(const Value& value) {
  auto* cls = as<Class>(value);
  if (cls == nullptr) throw type_error("bases must be classes, not " + type_name(value));
  if (!cls->is_subclassable())
    throw type_error("type '" + cls->name() + "' is not an acceptable base type");
  return cls;
}

/// The most derived of the metaclass that was named and those of the bases; empty: type.
Ref<Class> metaclass_of(Ref<Class> named, const Classes& bases) {
  Ref<Class> most = std::move(named);
  for (const Ref<Class>& base : bases) {
    const Ref<Class>& other = base->metaclass();
    if (!other || (most && most->derives_from(*other))) continue;
    if (most && most.get() != &builtin_class("type") && !other->derives_from(*most))
      throw type_error("metaclass conflict");
    most = other;
  }
  return most.get() == &builtin_class("type") ? Ref<Class>() : most;
}

/// `__set_name__` of the attributes, then `__init_subclass__` of the first ancestor that has one.
void announce(const Ref<Class>& cls, const Namespace::Bindings& body, Arguments keywords) {
  for (const auto& [name, value] : body) {
    if (as<Instance>(value) != nullptr)
      call_special(value, "__set_name__", {Value(cls), make_str(name)});
  }
  for (const Ref<Class>& each : cls->ancestors()) {
    if (!each->of_scenario()) continue;
    auto hook = language().objects.lookup(*each, "__init_subclass__");
    if (!hook) continue;
    const auto* method = as<ClassMethod>(*hook);
    keywords.positional.insert(keywords.positional.begin(), Value(cls));
    call(method != nullptr ? method->function : *hook, std::move(keywords));
    return;
  }
}

Step<ClassStatement> head_of(Frame& frame, const tree::ClassDef& node, Arguments& keywords) {
  ClassStatement statement;
  const Values bases = co_await evaluate_items(frame, node.bases);
  for (const Value& each : bases) statement.bases.push_back(base_from(each));
  Ref<Class> named;
  for (const tree::Keyword& each : node.keywords) {
    Value value = co_await evaluate(frame, *each.value);
    if (each.arg && *each.arg == "metaclass")
      named = base_from(value);
    else
      keywords.keywords.emplace_back(each.arg.value_or(""), std::move(value));
  }
  statement.metaclass = metaclass_of(std::move(named), statement.bases);
  co_return statement;
}

Step<Value> make_class(Frame& frame, const tree::ClassDef& node) {
  Arguments keywords;
  ClassStatement statement = co_await head_of(frame, node, keywords);
  const Code& code = frame.code.child(&node);
  Namespace names;
  Frame body(code, frame);
  body.class_body = &names;
  co_await execute(body, *code.body);
  statement.name = node.name;
  statement.qualified_name = code.qualified_name;
  if (names.contains("__eq__") && !names.contains("__hash__")) names.set("__hash__", Value());
  statement.body = names.snapshot();
  const Ref<Class> cls = language().objects.create_class(statement);
  if (!body.slots.empty()) body.set_slot(0, cls);
  announce(cls, statement.body, std::move(keywords));
  co_return Value(cls);
}

}  // namespace

Step<Completion> execute_class(Frame& frame, const tree::ClassDef& node) {
  const Values decorators = co_await evaluate_items(frame, node.decorator_list);
  Value made = co_await make_class(frame, node);
  Value value = co_await decorate(decorators, std::move(made));
  co_await store_name(frame, node.name, std::move(value));
  co_return Completion{};
}

}  // namespace touchstone::native
