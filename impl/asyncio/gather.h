/// asyncio.gather: one future for many, with their results in the order of the arguments, not of
/// completion.
///
/// `gather` ends with the first error, and the others run on; `gather_outcomes`
/// (return_exceptions=True) ends when all have, with errors among the results. Cancelling it
/// cancels all that are not done, and it ends with the cancellation once they have ended. A future
/// given twice is waited for once. Claims: asyncio.gather.* The loop's thread alone.
#pragma once

#include <deque>
#include <exception>
#include <memory>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "impl/asyncio/task.h"

namespace asyncio {

template <class T>
using FutureList = std::vector<std::shared_ptr<Future<T>>>;

/// A result, or the error in its place.
template <class T>
using GatheredOutcome = std::variant<T, std::exception_ptr>;

template <class T>
GatheredOutcome<T> outcome_of(const Future<T>& future) {
  using Outcome = GatheredOutcome<T>;
  if (future.cancelled()) return Outcome(std::in_place_index<1>, future.cancellation());
  if (auto error = future.exception()) return Outcome(std::in_place_index<1>, std::move(error));
  return Outcome(std::in_place_index<0>, future.result());
}

/// Gathered: what a result of T becomes in the list, T itself or a GatheredOutcome.
template <class T, class Gathered>
class GatheringFuture final : public Future<std::vector<Gathered>> {
 public:
  static constexpr bool stops_at_error = std::same_as<Gathered, T>;

  static std::shared_ptr<GatheringFuture> make(LoopPointer loop, FutureList<T> children) {
    auto outer = std::make_shared<GatheringFuture>(std::move(loop), std::move(children));
    outer->watch();
    return outer;
  }
  GatheringFuture(LoopPointer loop, FutureList<T> children)
      : Future<std::vector<Gathered>>(std::move(loop)) {
    for (auto& child : children) {
      if (child->loop() != this->loop())
        throw errors::ValueError("a gathered future belongs to a different loop");
      children_.emplace_back(*this, std::move(child));
    }
  }

  bool cancel(std::string message = {}) override {
    if (this->done()) return false;
    bool any = false;
    for (const auto& child : children_) any |= child.future->cancel(message);
    cancel_requested_ |= any;
    return any;
  }

 private:
  /// Who is told that one child is done.
  struct Child final : Runnable {
    Child(GatheringFuture& outer, std::shared_ptr<Future<T>> future)
        : outer(outer), future(std::move(future)) {}
    void run(RunnablePointer&&) override { outer.child_done(*future); }
    GatheringFuture& outer;
    const std::shared_ptr<Future<T>> future;
  };

  void watch() {
    if (children_.empty()) return this->set_result({});
    const auto self = this->shared_from_this();
    for (auto& child : children_) child.future->add_waiter(RunnablePointer(self, &child));
  }

  void child_done(const Future<T>& child) {
    ++ended_;
    auto error = child.cancelled() ? nullptr : child.exception();  // seen, in any case
    if (this->done()) return;
    if constexpr (stops_at_error) {
      if (child.cancelled()) error = child.cancellation();
      if (error) return this->set_exception(std::move(error));
    }
    if (ended_ == children_.size()) finish_with(child);
  }

  void finish_with(const Future<T>& last) {
    std::vector<Gathered> results;
    results.reserve(children_.size());
    for (const auto& child : children_) {
      if constexpr (stops_at_error) {
        results.push_back(child.future->result());
      } else {
        results.push_back(outcome_of(*child.future));
      }
    }
    if (!cancel_requested_) return this->set_result(std::move(results));
    const bool ended_so = last.cancelled();
    this->set_exception(ended_so ? last.cancellation() : errors::make(errors::CancelledError()));
  }

  std::deque<Child> children_;
  std::size_t ended_ = 0;
  bool cancel_requested_ = false;
};

template <class T>
std::shared_ptr<Future<std::vector<T>>> gather(LoopPointer loop, FutureList<T> children) {
  return GatheringFuture<T, T>::make(std::move(loop), std::move(children));
}
template <class T>
std::shared_ptr<Future<std::vector<GatheredOutcome<T>>>> gather_outcomes(LoopPointer loop,
                                                                         FutureList<T> children) {
  return GatheringFuture<T, GatheredOutcome<T>>::make(std::move(loop), std::move(children));
}

/// Runs coroutines of one type at the same time, each in a task, on the running loop.
template <class T, class... Rest>
  requires(std::same_as<Rest, Coroutine<T>> && ...)
auto gather(Coroutine<T> first, Rest... rest) {
  FutureList<T> tasks{create_task(std::move(first))};
  (tasks.push_back(create_task(std::move(rest))), ...);
  return gather(Loop::running(), std::move(tasks));
}

}  // namespace asyncio
