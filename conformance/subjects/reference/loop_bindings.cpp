#include "conformance/subjects/reference/asyncio_types.h"
#include "conformance/subjects/reference/futures.h"
#include "conformance/subjects/reference/registry.h"
#include "conformance/subjects/reference/scenario_error.h"

namespace touchstone::reference {
namespace {

using native::Call;

struct CallbackHandle {
  asyncio::HandlePointer handle;
};

/// `first` positional arguments belong to the loop; the rest is the callback and its arguments.
asyncio::Loop::Callback callback_from(Call& call, std::size_t first) {
  call.take_keyword("context");
  call.expect_no_keywords();
  const Value function = call[first];
  const auto& given = call.arguments().positional;
  return [function, arguments = native::Values(
                        given.begin() + static_cast<std::ptrdiff_t>(first) + 1, given.end())] {
    for_implementation([&] { return native::call(function, arguments); });
  };
}

asyncio::Seconds seconds(const Value& value) {
  return asyncio::Seconds(native::double_from(value));
}

}  // namespace

void bind_loops(native::Registry& registry) {
  registry.type<CallbackHandle>("asyncio.Handle")
      .method("cancel", [](CallbackHandle& self) { self.handle->cancel(); })
      .method("cancelled", [](CallbackHandle& self) { return self.handle->cancelled(); });
  registry.type<LoopHandle>("asyncio.AbstractEventLoop")
      .method("time", [](LoopHandle& self) { return self.loop->time().count(); })
      .method("create_future",
              [](LoopHandle& self) { return object_of(std::make_shared<ValueFuture>(self.loop)); })
      .method(
          "create_task",
          [](LoopHandle&, const Value& coroutine, const Value& name) {
            return object_of(start_task(coroutine, name.is_none() ? "" : native::utf8_of(name)));
          },
          native::Parameter{}, native::keyword_arg("name", Value()))
      .method("call_soon",
              [](LoopHandle& self, Call& call) {
                return CallbackHandle{self.loop->call_soon(callback_from(call, 0))};
              })
      .method("call_soon_threadsafe",
              [](LoopHandle& self, Call& call) {
                self.loop->call_soon_threadsafe(callback_from(call, 0));
              })
      .method(
          "call_later",
          [](LoopHandle& self, Call& call) {
            return CallbackHandle{self.loop->call_later(seconds(call[0]), callback_from(call, 1))};
          })
      .method("call_at",
              [](LoopHandle& self, Call& call) {
                return CallbackHandle{self.loop->call_at(seconds(call[0]), callback_from(call, 1))};
              })
      .method("is_closed", [](LoopHandle& self) { return self.loop->is_closed(); })
      .method("is_running", [](LoopHandle& self) { return asyncio::Loop::current() == self.loop; });
  registry.function("asyncio.get_running_loop", [] { return object_of(asyncio::Loop::running()); });
  registry.function("asyncio.get_event_loop", [] { return object_of(asyncio::Loop::running()); });
}

}  // namespace touchstone::reference
