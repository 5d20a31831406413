/// asyncio.shield: a future that ends as the inner one does, and whose cancellation does not reach
/// it. Where the inner one is done it is given itself. Nobody else need hold the inner one. Claims:
/// asyncio.wait-for.shield
#pragma once

#include <memory>
#include <utility>

#include "impl/asyncio/task.h"

namespace asyncio {

template <class T>
class ShieldingFuture final : public Future<T> {
 public:
  static std::shared_ptr<ShieldingFuture> make(std::shared_ptr<Future<T>> inner) {
    auto outer = std::make_shared<ShieldingFuture>(inner->loop());
    RunnablePointer copy = std::make_shared<CopyOutcome>(inner.get(), outer);
    inner->add_waiter(copy);
    outer->add_done_callback([inner = std::move(inner), copy](const FuturePointer&) {
      if (!inner->done()) inner->remove_done_callback(copy);
    });
    return outer;
  }
  using Future<T>::Future;

 private:
  struct CopyOutcome final : Runnable {
    CopyOutcome(Future<T>* inner, std::shared_ptr<ShieldingFuture> outer)
        : inner(*inner), outer(std::move(outer)) {}
    void completing(FutureBase& future) override { kept = future.shared_from_this(); }
    void run(RunnablePointer&&) override {
      if (!outer->done()) return copy();
      if (!inner.cancelled()) inner.exception();  // seen
    }
    void copy() {
      if (inner.cancelled()) {
        outer->cancel();
      } else if (auto error = inner.exception()) {
        outer->set_exception(std::move(error));
      } else {
        outer->set_result(inner.result());
      }
    }

    Future<T>& inner;
    FuturePointer kept;  ///< the inner one, once it is on its way here
    const std::shared_ptr<ShieldingFuture> outer;
  };
};

template <class T>
std::shared_ptr<Future<T>> shield(std::shared_ptr<Future<T>> inner) {
  if (inner->done()) return inner;
  return ShieldingFuture<T>::make(std::move(inner));
}
template <class T>
std::shared_ptr<Future<T>> shield(std::shared_ptr<Task<T>> inner) {
  return shield(std::shared_ptr<Future<T>>(std::move(inner)));
}
template <class T>
std::shared_ptr<Future<T>> shield(Coroutine<T> inner) {
  return shield(create_task(std::move(inner)));
}

}  // namespace asyncio
