#include "conformance/native/interpreter/activation.h"
#include "conformance/native/interpreter/evaluate.h"
#include "conformance/native/interpreter/frame_body.h"
#include "conformance/native/interpreter/parameters.h"
#include "conformance/native/operations/operations.h"
#include "conformance/native/runtime/translate.h"

namespace touchstone::native {
namespace {

namespace tree = scenario;

Flavour flavour_of(const Code& code) {
  if (!code.is_async) return Flavour::Generator;
  return code.has_yield ? Flavour::AsyncGenerator : Flavour::Coroutine;
}

std::unique_ptr<FrameBody> make_body(Function& function, Arguments arguments) {
  auto body = std::make_unique<FrameBody>(function.code, *function.program, function.closure,
                                          run_function, Value(&function));
  bind_arguments(function, arguments, body->frame());
  return body;
}

/// The object that calling a function with yield or await gives.
Value make_resumable(Function& function, Arguments& arguments) {
  std::function<std::unique_ptr<Body>()> restart;
  if (language().generators.restartable)
    restart = [held = Ref<Function>(&function), arguments] { return make_body(*held, arguments); };
  const Ref<Generator> fresh =
      make<Generator>(flavour_of(function.code), function.code.qualified_name,
                      make_body(function, std::move(arguments)));
  fresh->set_restart(std::move(restart));
  return create_resumable(fresh);
}

Outcome<Value> run_to_end(Function& function, Arguments& arguments) {
  Frame frame(function.code, *function.program, function.closure);
  bind_arguments(function, arguments, frame);
  const RunningFrame running(frame);
  return Trampoline().run(run_function(frame));
}

}  // namespace

Value create_resumable(const Ref<Generator>& fresh) {
  switch (fresh->flavour()) {
    case Flavour::Coroutine:
      return language().coroutines.create(fresh);
    case Flavour::AsyncGenerator:
      return language().async_generators.create(fresh);
    default:
      return language().generators.create(fresh);
  }
}

Outcome<Value> call_function(Function& function, Arguments& arguments) {
  try {
    const DepthGuard depth;
    const Ref<Function> held(&function);
    if (function.code.is_async || function.code.has_yield)
      return {make_resumable(function, arguments), {}};
    return run_to_end(function, arguments);
  } catch (...) {
    return Outcome<Value>::failure(python_error_in_flight());
  }
}

namespace {

Step<std::vector<std::pair<std::string, Value>>> keyword_defaults(
    Frame& frame, const tree::Arguments& arguments) {
  std::vector<std::pair<std::string, Value>> defaults;
  for (std::size_t at = 0; at < arguments.kw_defaults.size(); ++at) {
    const auto& fallback = arguments.kw_defaults[at];
    if (!fallback) continue;
    Value value = co_await evaluate(frame, **fallback);
    defaults.emplace_back(arguments.kwonlyargs[at].arg, std::move(value));
  }
  co_return defaults;
}

Step<Ref<Function>> make_function(Frame& frame, const Code& code) {
  const Ref<Function> function = make<Function>(code, code.name);
  function->program = &frame.program;
  function->closure = frame.closure_for(code);
  function->defaults = co_await evaluate_items(frame, code.arguments->defaults);
  function->keyword_defaults = co_await keyword_defaults(frame, *code.arguments);
  co_return function;
}

/// The docstring is the first statement, where that is a text.
void set_documentation(Function& function, const tree::Body& body, const Frame& frame) {
  const auto* first = body.empty() ? nullptr : tree::as<tree::ExprStmt>(body.front());
  const auto* constant = first == nullptr ? nullptr : tree::as<tree::Constant>(*first->value);
  if (constant == nullptr || constant->value.get_if<Text>() == nullptr) return;
  function.attributes.set("__doc__", frame.program.constants.at(constant));
}

template <class Def>
Step<Completion> define(Frame& frame, const Def& node) {
  const Values decorators = co_await evaluate_items(frame, node.decorator_list);
  const Ref<Function> function = co_await make_function(frame, frame.code.child(&node));
  set_documentation(*function, node.body, frame);
  Value value = co_await decorate(decorators, function);
  co_await store_name(frame, node.name, std::move(value));
  co_return Completion{};
}

}  // namespace

Step<Value> decorate(const Values& decorators, Value value) {
  for (auto each = decorators.rbegin(); each != decorators.rend(); ++each) {
    Arguments arguments;
    arguments.positional.push_back(std::move(value));
    value = co_await call_step(*each, std::move(arguments));
  }
  co_return value;
}

Step<Completion> execute_function(Frame& frame, const tree::FunctionDef& node) {
  return define(frame, node);
}
Step<Completion> execute_function(Frame& frame, const tree::AsyncFunctionDef& node) {
  return define(frame, node);
}

Step<Value> evaluate_lambda(Frame& frame, const tree::Lambda& node) {
  const Ref<Function> function = co_await make_function(frame, frame.code.child(&node));
  co_return Value(function);
}

}  // namespace touchstone::native
