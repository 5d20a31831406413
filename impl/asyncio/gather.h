/// asyncio.gather: one future for many, with their results in the order of the arguments, not of
/// completion.
///
/// `gather` ends with the first error, and the others run on; `gather_outcomes`
/// (return_exceptions=True) ends when all have, with errors among the results. Cancelling it
/// cancels all that are not done, and it ends with the cancellation once they have ended. A future
/// given twice is waited for once. The loop's thread alone.
#pragma once

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
      : Future<std::vector<Gathered>>(std::move(loop)),
        children_(std::move(children)),
        pending_(children_.size()) {}

  bool cancel(std::string message = {}) override {
    if (this->done()) return false;
    bool any = false;
    for (const auto& child : children_) any |= child->cancel(message);
    cancel_requested_ |= any;
    return any;
  }

 private:
  void watch() {
    if (children_.empty()) return this->set_result({});
    auto self = std::static_pointer_cast<GatheringFuture>(this->shared_from_this());
    for (const auto& child : children_) {
      child->add_done_callback(
          [self, child = child.get()](const FuturePointer&) { self->child_done(*child); });
    }
  }

  void child_done(const Future<T>& child) {
    --pending_;
    if (this->done()) return;
    if constexpr (stops_at_error) {
      auto outcome = outcome_of(child);
      if (auto* error = std::get_if<1>(&outcome)) return this->set_exception(std::move(*error));
    }
    if (pending_ == 0) finish_with(child);
  }

  void finish_with(const Future<T>& last) {
    if (cancel_requested_) return this->set_exception(last.cancellation());
    std::vector<Gathered> results;
    for (const auto& child : children_) {
      if constexpr (stops_at_error) {
        results.push_back(child->result());
      } else {
        results.push_back(outcome_of(*child));
      }
    }
    this->set_result(std::move(results));
  }

  const FutureList<T> children_;
  std::size_t pending_;
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
