#include "conformance/subjects/reference/asyncio/handles.h"

#include <mutex>
#include <unordered_map>

#include "conformance/native/convert.h"
#include "conformance/native/run.h"
#include "conformance/subjects/reference/scenario_error.h"
#include "impl/asyncio/task_base.h"

namespace touchstone::reference {
namespace {

using native::Instance;

/// The objects that stand for futures and loops now. They are not held here: an object nobody holds
/// is gone. Of a loop, of which there are few, it is found in a table; of a future in itself.
class Objects {
 public:
  template <class Shown>
  native::Ref<Instance> find(Shown& shown) {
    const std::scoped_lock lock(mutex_);
    return static_cast<Instance*>(place_of(shown));
  }
  template <class Shown>
  void add(Shown& shown, Instance* object) {
    const std::scoped_lock lock(mutex_);
    place_of(shown) = object;
  }
  void remove(asyncio::FutureBase& future) {
    const std::scoped_lock lock(mutex_);
    place_of(future) = nullptr;
  }
  void remove(const asyncio::Loop& loop) {
    const std::scoped_lock lock(mutex_);
    of_loops_.erase(&loop);
  }

 private:
  static void*& place_of(asyncio::FutureBase& future) { return future.companion(); }
  void*& place_of(const asyncio::Loop& loop) { return of_loops_[&loop]; }

  std::mutex mutex_;
  std::unordered_map<const asyncio::Loop*, void*> of_loops_;
};

Objects& objects() {
  static auto* const all = new Objects;  // never destroyed: handles may go after static destruction
  return *all;
}

template <class Handle, class Shown>
Value wrapped(const Shown& shown) {
  Value object = native::wrap_payload(std::make_shared<Handle>(shown), native::type_tag<Handle>());
  objects().add(*shown, native::as<Instance>(object));
  return object;
}

/// Passes the future out until it is done.
class FutureBody final : public native::Body {
 public:
  explicit FutureBody(FuturePointer future) : future_(std::move(future)) {}
  native::Suspension resume(native::Resumption resumption) override {
    if (resumption.kind == native::Resumption::Kind::Throw)
      return native::Suspension::raised(std::move(resumption.value));
    if (future_->done()) return end();
    if (std::exchange(awaited_, true)) throw native::runtime_error("await wasn't used with future");
    return native::Suspension::awaiting(object_of(future_));
  }

 private:
  native::Suspension end() const {
    auto outcome = outcome_of(*future_);
    if (outcome.failed()) return native::Suspension::raised(std::move(outcome.error));
    return native::Suspension::returned(std::move(outcome.result()));
  }

  const FuturePointer future_;
  bool awaited_ = false;
};

}  // namespace

FutureHandle::~FutureHandle() { objects().remove(*future); }
LoopHandle::~LoopHandle() { objects().remove(*loop); }

Value object_of(const FuturePointer& future) {
  if (!future) return {};
  if (auto known = objects().find(*future)) return known;
  const bool task = dynamic_cast<asyncio::TaskBase*>(future.get()) != nullptr;
  return task ? wrapped<TaskHandle>(future) : wrapped<FutureHandle>(future);
}

Value object_of(const LoopPointer& loop) {
  if (auto known = objects().find(*loop)) return known;
  return wrapped<LoopHandle>(loop);
}

void initialise_future(const Value& instance, FuturePointer future) {
  asyncio::FutureBase& shown = *future;
  native::set_payload(instance, std::make_shared<FutureHandle>(std::move(future)),
                      native::type_tag<FutureHandle>());
  objects().add(shown, native::as<Instance>(instance));
}

const FutureHandle* handle_of(const Value& value) {
  return static_cast<const FutureHandle*>(
      native::payload_of(value, native::type_tag<FutureHandle>()));
}

FuturePointer future_from(const Value& value) {
  const FutureHandle* handle = handle_of(value);
  return handle == nullptr ? nullptr : handle->future;
}

std::shared_ptr<ValueFuture> value_future(const FuturePointer& future) {
  if (auto plain = std::dynamic_pointer_cast<ValueFuture>(future)) return plain;
  throw native::type_error("a future that only wakes somebody has no result to wait for");
}

Value result_of(const asyncio::FutureBase& future) {
  future.require_result();
  const auto* plain = dynamic_cast<const ValueFuture*>(&future);
  return plain == nullptr ? Value() : plain->result();
}

native::Outcome<Value> outcome_of(const asyncio::FutureBase& future) {
  const auto error = future.cancelled() ? future.cancellation() : future.exception();
  if (error) return native::Outcome<Value>::failure(exception_of(error));
  return {result_of(future), {}};
}

Value await_future(const FuturePointer& future) {
  return native::make<native::Generator>(native::Flavour::CoroutineWrapper, "__await__",
                                         std::make_unique<FutureBody>(future));
}

std::exception_ptr cancellation_with(const Value& message) {
  if (message.is_none()) return nullptr;
  const native::Ref<native::Class> cls(
      &native::current_run().registry().find_class("asyncio.CancelledError"));
  return carried(native::make<native::Exception>(cls, native::Values{message}));
}

}  // namespace touchstone::reference
