#include <unordered_map>

#include "conformance/subjects/reference/asyncio/asyncio_bindings.h"
#include "conformance/subjects/reference/asyncio/loops.h"
#include "conformance/subjects/reference/asyncio/tasks.h"
#include "conformance/subjects/reference/scenario_error.h"
#include "impl/asyncio/gather.h"
#include "impl/asyncio/shield.h"

namespace touchstone::reference {
namespace {

using native::arg;
using native::Call;
using native::Values;

struct ListOfResults {
  static constexpr bool stops_at_error = true;
  using Item = Value;
  using Result = Value;
  static Value item(const ValueFuture& child) { return child.result(); }
  static Value list(Values items) { return native::make_list(std::move(items)); }
};

struct ListOfOutcomes {
  static constexpr bool stops_at_error = false;
  using Item = Value;
  using Result = Value;
  static Value item(const ValueFuture& child) {
    auto outcome = asyncio::outcome_of(child);
    return outcome.index() == 0 ? std::get<0>(std::move(outcome))
                                : exception_of(std::get<1>(outcome));
  }
  static Value list(Values items) { return native::make_list(std::move(items)); }
};

template <class Gathered>
Value gathering(const LoopPointer& loop, asyncio::FutureList<Value> futures) {
  return object_of(asyncio::GatheringFuture<Value, Gathered>::make(loop, std::move(futures)));
}

/// One future for each argument; an argument given twice has the same one.
asyncio::FutureList<Value> futures_for(const Values& awaitables) {
  std::unordered_map<native::Object*, std::shared_ptr<ValueFuture>> known;
  asyncio::FutureList<Value> futures;
  LoopPointer loop;
  for (const Value& each : awaitables) {
    auto& future = known[each.object()];
    if (!future) future = ensured(each, loop);
    if (!loop) loop = future->loop();
    futures.push_back(future);
  }
  return futures;
}

Value gather(Call& call) {
  const bool with_errors = native::truth(call.take_keyword("return_exceptions", false));
  call.expect_no_keywords();
  auto futures = futures_for(call.arguments().positional);
  const LoopPointer loop = futures.empty() ? current_loop() : futures.front()->loop();
  return with_errors ? gathering<ListOfOutcomes>(loop, std::move(futures))
                     : gathering<ListOfResults>(loop, std::move(futures));
}

Value ensure_future(const Value& awaitable, const Value& loop) {
  return object_of(
      ensured(awaitable, loop.is_none() ? nullptr : native::from_value<LoopHandle>(loop).loop));
}

}  // namespace

void bind_gathering(native::Registry& registry) {
  registry.function("asyncio.gather", gather)
      .function("asyncio.ensure_future", ensure_future, arg("coro_or_future"),
                native::keyword_arg("loop", Value()))
      .function(
          "asyncio.shield",
          [](const Value& inner) { return object_of(asyncio::shield(ensured(inner))); },
          arg("arg"));
  registry.claims({"asyncio.gather"});
}

}  // namespace touchstone::reference
