#include "conformance/native/interpreter/errors.h"
#include "conformance/subjects/reference/concurrent_futures.h"
#include "conformance/subjects/reference/scenario_error.h"

namespace touchstone::reference {
namespace {

using native::arg;
using native::Call;

Value exception(PoolFuture& future, threading::Timeout timeout) {
  const std::exception_ptr error = future.exception(timeout);
  return error ? exception_of(error) : Value();
}

void set_exception(PoolFuture& future, const Value& error) {
  future.set_exception(carried(native::exception_from(error)));
}

/// The future's object stays as long as it has a callback that is to get it.
Value add_done_callback(const Value& self, Call& call) {
  const Value callback = call.match({arg("fn")}).front();
  native::from_value<PoolFuture>(self).add_done_callback(
      [self, callback](const futures::FuturePointer&) {
        for_implementation([&] { native::call(callback, {self}); });
      });
  return {};
}

}  // namespace

void bind_pool_futures(native::Registry& registry) {
  registry.type<PoolFuture>("concurrent.futures._base.Future")
      .constructor<>()
      .method("cancel", &PoolFuture::cancel)
      .method("cancelled", &PoolFuture::cancelled)
      .method("running", &PoolFuture::running)
      .method("done", &PoolFuture::done)
      .method("result", &PoolFuture::result, arg("timeout", Value()))
      .method("exception", exception, arg("timeout", Value()))
      .method("add_done_callback", add_done_callback)
      .method("set_running_or_notify_cancel", &PoolFuture::set_running_or_notify_cancel)
      .method(
          "set_result", [](PoolFuture& future, const Value& result) { future.set_result(result); },
          arg("result"))
      .method("set_exception", set_exception, arg("exception"));
  registry.claims({"futures.future"});
}

}  // namespace touchstone::reference
