#include <future>

#include "conformance/native/interpreter/errors.h"
#include "conformance/subjects/std/registry.h"

namespace touchstone::standard {
namespace {

/// A promise and its future; each call has a copy of it, as threads that share one must.
class Future {
 public:
  Value result(Timeout timeout) const {
    const std::shared_future future = future_;
    if (timeout && future.wait_for(bounded(*timeout)) == std::future_status::timeout)
      throw native::python_error("TimeoutError", "");
    return future.get();
  }
  bool done() const {
    return std::shared_future(future_).wait_for(std::chrono::seconds(0)) ==
           std::future_status::ready;
  }
  void set_result(const Value& result) { promise_.set_value(result); }
  void set_exception(const Value& error) {
    promise_.set_exception(
        std::make_exception_ptr(native::PythonError(native::exception_from(error))));
  }

 private:
  std::promise<Value> promise_;
  const std::shared_future<Value> future_ = promise_.get_future();
};

}  // namespace

void bind_futures(native::Registry& registry) {
  registry.error<std::future_error>("concurrent.futures.InvalidStateError", "Exception");
  registry.type<Future>("concurrent.futures.Future")
      .constructor<>()
      .method("result", &Future::result, arg("timeout", Value()))
      .method("done", &Future::done)
      .method("set_result", &Future::set_result, arg("result"))
      .method("set_exception", &Future::set_exception, arg("exception"));
  registry.claims({"futures.future"});
}

}  // namespace touchstone::standard
