#include "conformance/native/interpreter/activation.h"
#include "conformance/native/interpreter/evaluate.h"
#include "conformance/native/interpreter/frame_body.h"
#include "conformance/native/operations/operations.h"

namespace touchstone::native {
namespace {

namespace tree = scenario;

/// What happens with each element that gets through the clauses.
class Sink {
 public:
  virtual ~Sink() = default;
  virtual Step<Done> take(Frame& frame) = 0;
};

Step<Done> run_clauses(Frame& frame, const tree::Comprehensions& clauses, std::size_t at,
                       Value iterable, Sink& sink);

Step<bool> passes(Frame& frame, const tree::Comprehension& clause) {
  for (const tree::Expr& each : clause.ifs) {
    const Value test = co_await evaluate(frame, each);
    if (!truth(test)) co_return false;
  }
  co_return true;
}

Step<Done> run_item(Frame& frame, const tree::Comprehensions& clauses, std::size_t at, Value item,
                    Sink& sink) {
  co_await assign(frame, *clauses[at].target, std::move(item));
  const bool taken = co_await passes(frame, clauses[at]);
  if (!taken) co_return Done{};
  if (at + 1 == clauses.size()) co_return co_await sink.take(frame);
  Value inner = co_await evaluate(frame, *clauses[at + 1].iter);
  co_return co_await run_clauses(frame, clauses, at + 1, std::move(inner), sink);
}

Step<Done> run_async_clause(Frame& frame, const tree::Comprehensions& clauses, std::size_t at,
                            Value iterable, Sink& sink) {
  const auto iterator = call_special(iterable, "__aiter__");
  if (!iterator)
    throw type_error("'async for' requires an object with __aiter__ method, got " +
                     type_name(iterable));
  while (true) {
    const auto awaitable = call_special(*iterator, "__anext__");
    if (!awaitable) throw type_error("'async for' received an object without __anext__ method");
    Outcome<Value> item = co_await catching(await_value(*awaitable));
    if (item.failed() && is_exception(item.error, "StopAsyncIteration")) co_return Done{};
    if (item.failed()) co_return Failure{std::move(item.error)};
    co_await run_item(frame, clauses, at, std::move(item.result()), sink);
  }
}

Step<Done> run_plain_clause(Frame& frame, const tree::Comprehensions& clauses, std::size_t at,
                            Value iterable, Sink& sink) {
  Iteration iteration(iterable);
  while (true) {
    Outcome<Value> item = iteration.try_next();
    if (item.failed()) co_return Failure{std::move(item.error)};
    if (!item.result().is_bound()) co_return Done{};
    co_await run_item(frame, clauses, at, std::move(item.result()), sink);
  }
}

Step<Done> run_clauses(Frame& frame, const tree::Comprehensions& clauses, std::size_t at,
                       Value iterable, Sink& sink) {
  if (clauses[at].is_async) return run_async_clause(frame, clauses, at, std::move(iterable), sink);
  return run_plain_clause(frame, clauses, at, std::move(iterable), sink);
}

class ListSink : public Sink {
 public:
  Step<Done> take(Frame& frame) override {
    Value item = co_await evaluate(frame, *frame.code.expression);
    items.push_back(std::move(item));
    co_return Done{};
  }
  Values items;
};

class SetSink : public Sink {
 public:
  Step<Done> take(Frame& frame) override {
    const Value item = co_await evaluate(frame, *frame.code.expression);
    set->table().set(item, hash_of(item), {});
    co_return Done{};
  }
  Ref<Set> set = make<Set>(false);
};

class DictSink : public Sink {
 public:
  explicit DictSink(const tree::DictComp& node) : node_(node) {}
  Step<Done> take(Frame& frame) override {
    const Value key = co_await evaluate(frame, *node_.key);
    Value item = co_await evaluate(frame, *node_.value);
    set_key(*dict, key, std::move(item));
    co_return Done{};
  }
  Ref<Dict> dict = make<Dict>();

 private:
  const tree::DictComp& node_;
};

class YieldSink : public Sink {
 public:
  Step<Done> take(Frame& frame) override {
    Value item = co_await evaluate(frame, *frame.code.expression);
    co_await Suspend(Suspension::yielded(std::move(item)));
    co_return Done{};
  }
};

template <class Node>
Step<Done> fill(Frame& frame, const Node& node, Sink& sink) {
  Value iterable = co_await evaluate(frame, *node.generators.front().iter);
  Frame inner(frame.code.child(&node), frame);
  co_await run_clauses(inner, node.generators, 0, std::move(iterable), sink);
  co_return Done{};
}

/// The first iterable waits in the slot behind the comprehension's own variables.
Step<Value> run_generator(Frame& frame) {
  YieldSink sink;
  Value iterable = std::move(frame.slots.back());
  frame.slots.pop_back();
  co_await run_clauses(frame, *frame.code.generators, 0, std::move(iterable), sink);
  co_return Value();
}

}  // namespace

Step<Value> evaluate_comprehension(Frame& frame, const tree::ListComp& node) {
  ListSink sink;
  co_await fill(frame, node, sink);
  co_return make_list(std::move(sink.items));
}

Step<Value> evaluate_comprehension(Frame& frame, const tree::SetComp& node) {
  SetSink sink;
  co_await fill(frame, node, sink);
  co_return Value(sink.set);
}

Step<Value> evaluate_comprehension(Frame& frame, const tree::DictComp& node) {
  DictSink sink(node);
  co_await fill(frame, node, sink);
  co_return Value(sink.dict);
}

Step<Value> evaluate_generator(Frame& frame, const tree::GeneratorExp& node) {
  const Value iterable = co_await evaluate(frame, *node.generators.front().iter);
  const Code& code = frame.code.child(&node);
  const Value first = code.generators->front().is_async ? iterable : get_iterator(iterable);
  const auto make_body = [&code, &program = frame.program, closure = frame.closure_for(code),
                          first]() -> std::unique_ptr<Body> {
    auto body = std::make_unique<FrameBody>(code, program, closure, run_generator, Value());
    body->frame().slots.push_back(first);
    return body;
  };
  const Flavour flavour = code.is_async ? Flavour::AsyncGenerator : Flavour::Generator;
  const Ref<Generator> fresh = make<Generator>(flavour, code.qualified_name, make_body());
  co_return create_resumable(fresh);
}

}  // namespace touchstone::native
