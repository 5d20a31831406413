#include "conformance/subjects/reference/futures.h"

#include <map>
#include <mutex>

#include "conformance/native/convert.h"
#include "conformance/subjects/reference/scenario_error.h"

namespace touchstone::reference {
namespace {

/// The objects that stand for futures now. They are not held here: an object nobody holds is gone.
class Objects {
 public:
  native::Ref<native::Instance> find(const void* shown) {
    const std::scoped_lock lock(mutex_);
    const auto found = objects_.find(shown);
    return found == objects_.end() ? native::Ref<native::Instance>()
                                   : native::Ref<native::Instance>(found->second);
  }
  void add(const void* shown, native::Instance* object) {
    const std::scoped_lock lock(mutex_);
    objects_[shown] = object;
  }
  void remove(const void* shown) {
    const std::scoped_lock lock(mutex_);
    objects_.erase(shown);
  }

 private:
  std::mutex mutex_;
  std::map<const void*, native::Instance*> objects_;
};

Objects& objects() {
  static auto* const all = new Objects;  // never destroyed: handles may go after static destruction
  return *all;
}

template <class Handle, class Shown>
Value wrapped(const Shown& shown) {
  Value object = native::wrap_payload(std::make_shared<Handle>(shown), native::type_tag<Handle>());
  objects().add(shown.get(), native::as<native::Instance>(object));
  return object;
}

Value list_of(const std::vector<asyncio::GatheredOutcome<Value>>& outcomes) {
  native::Values items;
  for (const auto& each : outcomes)
    items.push_back(each.index() == 0 ? std::get<0>(each) : exception_of(std::get<1>(each)));
  return native::make_list(std::move(items));
}

/// `await future`: passes the future out until it is done.
class FutureBody : public native::Body {
 public:
  explicit FutureBody(FuturePointer future) : future_(std::move(future)) {}
  native::Suspension resume(native::Resumption resumption) override {
    if (resumption.kind == native::Resumption::Kind::Throw)
      return native::Suspension::raised(std::move(resumption.value));
    if (future_->done()) return native::Suspension::returned(result_of(*future_));
    if (std::exchange(awaited_, true)) throw native::runtime_error("await wasn't used with future");
    return native::Suspension::awaiting(object_of(future_));
  }

 private:
  FuturePointer future_;
  bool awaited_ = false;
};

/// A coroutine of impl/asyncio without a result, driven by the scenario.
class SleepBody : public native::Body {
 public:
  SleepBody(asyncio::Coroutine<> coroutine, Value result)
      : coroutine_(asyncio::driven_by_hand(std::move(coroutine))), result_(std::move(result)) {}
  native::Suspension resume(native::Resumption resumption) override {
    using Input = generators::Input<generators::Nothing>;
    const bool raises = resumption.kind == native::Resumption::Kind::Throw;
    auto stop = coroutine_.resume(
        raises ? Input(std::in_place_index<1>, carried(std::move(resumption.value))) : Input());
    if (auto* waits = std::get_if<0>(&stop))
      return native::Suspension::awaiting(object_of(waits->value));
    if (auto* raised = std::get_if<2>(&stop))
      return native::Suspension::raised(exception_of(raised->error));
    return native::Suspension::returned(result_);
  }

 private:
  asyncio::HandDriven<> coroutine_;
  Value result_;
};

}  // namespace

FutureHandle::~FutureHandle() { objects().remove(future.get()); }
LoopHandle::~LoopHandle() { objects().remove(loop.get()); }

Value object_of(const FuturePointer& future) {
  if (!future) return {};
  if (auto known = objects().find(future.get())) return known;
  const bool task = dynamic_cast<asyncio::TaskBase*>(future.get()) != nullptr;
  return task ? wrapped<TaskHandle>(future) : wrapped<FutureHandle>(future);
}

Value object_of(const asyncio::LoopPointer& loop) {
  if (auto known = objects().find(loop.get())) return known;
  return wrapped<LoopHandle>(loop);
}

FuturePointer future_from(const Value& value) {
  const auto* handle =
      static_cast<const FutureHandle*>(native::payload_of(value, native::type_tag<FutureHandle>()));
  return handle == nullptr ? nullptr : handle->future;
}

Value result_of(const asyncio::FutureBase& future) {
  future.require_result();
  if (const auto* plain = dynamic_cast<const ValueFuture*>(&future)) return plain->result();
  if (const auto* list = dynamic_cast<const asyncio::Future<native::Values>*>(&future))
    return native::make_list(list->result());
  if (const auto* outcomes =
          dynamic_cast<const asyncio::Future<std::vector<asyncio::GatheredOutcome<Value>>>*>(
              &future))
    return list_of(outcomes->result());
  if (!future.done()) throw errors::InvalidStateError("Result is not ready.");
  return {};
}

Value await_future(const FuturePointer& future) {
  return native::make<native::Generator>(native::Flavour::CoroutineWrapper, "Future.__await__",
                                         std::make_unique<FutureBody>(future));
}

Value sleeping(double seconds, Value result) {
  return native::make<native::Generator>(
      native::Flavour::Coroutine, "sleep",
      std::make_unique<SleepBody>(asyncio::sleep(asyncio::Seconds(seconds)), std::move(result)));
}

}  // namespace touchstone::reference
