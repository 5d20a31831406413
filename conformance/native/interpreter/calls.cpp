#include "conformance/native/interpreter/evaluate.h"
#include "conformance/native/kit/kit_names.h"
#include "conformance/native/kit/observation.h"
#include "conformance/native/operations/operations.h"
#include "conformance/native/runtime/builtin_class.h"
#include "conformance/native/runtime/text.h"

namespace touchstone::native {
namespace {

namespace tree = scenario;

void add_keyword(Arguments& arguments, std::string name, Value value) {
  for (const auto& [known, unused] : arguments.keywords) {
    if (known == name) throw type_error("got multiple values for keyword argument '" + name + "'");
  }
  arguments.keywords.emplace_back(std::move(name), std::move(value));
}

void add_mapping(Arguments& arguments, const Value& mapping) {
  const auto keys = find_attribute(mapping, "keys");
  if (!keys) throw type_error("argument after ** must be a mapping, not " + type_name(mapping));
  for (const Value& key : items_of(call(*keys))) {
    if (as<Str>(key) == nullptr) throw type_error("keywords must be strings");
    add_keyword(arguments, utf8_of(key), get_item(mapping, key));
  }
}

void add(Arguments& arguments, const tree::Keyword& keyword, Value value) {
  if (keyword.arg)
    add_keyword(arguments, *keyword.arg, std::move(value));
  else
    add_mapping(arguments, value);
}

/// `super()`: from the method's class cell and first parameter.
Value implicit_super(const Frame& frame) {
  const Reference cls = frame.code.reference("__class__");
  if (cls.kind != Reference::Kind::Free || frame.slots.empty())
    throw runtime_error("super(): no arguments");
  const Value owner = frame.cell(cls)->get();
  const Value& first = frame.slots.front();
  const auto* cell = as<Cell>(first);
  const Value receiver = cell != nullptr ? cell->get() : first;
  if (as<Class>(owner) == nullptr || !receiver.is_bound())
    throw runtime_error("super(): empty __class__ cell");
  return make<Super>(Ref<Class>(as<Class>(owner)), receiver);
}

/// record(label, expr) and attempt(label, expr): the begin is told before `expr` is evaluated.
Step<Value> observe(Frame& frame, const tree::Call& node, bool goes_on) {
  const Value label = co_await evaluate(frame, node.args[0]);
  Observation observation(label, goes_on);
  Outcome<Value> outcome = co_await catching(evaluate(frame, node.args[1]));
  if (!outcome.failed()) {
    observation.end(outcome.result());
    co_return std::move(outcome.result());
  }
  observation.fail(outcome.error);
  if (!observation.goes_on_after(outcome.error)) co_return Failure{std::move(outcome.error)};
  co_return Value();
}

const Value* observing_form(const tree::Call& node) {
  const auto* name = tree::as<tree::Name>(*node.func);
  if (name == nullptr || node.args.size() != 2 || !node.keywords.empty()) return nullptr;
  return find_observing_form(name->id);
}

}  // namespace

Step<Value> call_step(const Value& function, Arguments arguments) {
  Outcome<Value> outcome = try_call(function, arguments);
  if (outcome.failed()) return Failure{std::move(outcome.error)};
  return std::move(outcome.result());
}

Step<Value> evaluate_call(Frame& frame, const tree::Call& node) {
  const Value function = co_await evaluate(frame, *node.func);
  if (const Value* form = observing_form(node); form != nullptr && function.is(*form)) {
    co_return co_await observe(frame, node, is_attempt(function));
  }
  Arguments arguments;
  arguments.positional.reserve(node.args.size() + 1);  // a method's receiver goes before them
  for (const tree::Expr& each : node.args) {
    Value value = co_await evaluate(frame, unstarred(each));
    add_item(arguments.positional, each, std::move(value));
  }
  for (const tree::Keyword& each : node.keywords) {
    Value value = co_await evaluate(frame, *each.value);
    add(arguments, each, std::move(value));
  }
  if (arguments.empty() && function.is(Value(&builtin_class("super"))))
    co_return implicit_super(frame);
  co_return co_await call_step(function, std::move(arguments));
}

}  // namespace touchstone::native
