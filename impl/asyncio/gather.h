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

/// What a gathering makes of its children's ends: the results, or the first error at once.
template <class T>
struct GatheredResults {
  static constexpr bool stops_at_error = true;
  using Item = T;
  using Result = std::vector<T>;
  static Item item(const Future<T>& child) { return child.result(); }
  static Result list(std::vector<Item> items) { return items; }
};
/// The results, with errors among them.
template <class T>
struct GatheredOutcomes {
  static constexpr bool stops_at_error = false;
  using Item = GatheredOutcome<T>;
  using Result = std::vector<Item>;
  static Item item(const Future<T>& child) { return outcome_of(child); }
  static Result list(std::vector<Item> items) { return items; }
};

/// Gathered: GatheredResults, GatheredOutcomes, or as they are.
template <class T, class Gathered>
class GatheringFuture final : public Future<typename Gathered::Result> {
 public:
  static std::shared_ptr<GatheringFuture> make(LoopPointer loop, FutureList<T> children) {
    auto outer = std::make_shared<GatheringFuture>(std::move(loop), std::move(children));
    outer->watch();
    return outer;
  }
  GatheringFuture(LoopPointer loop, FutureList<T> children)
      : Future<typename Gathered::Result>(std::move(loop)) {
    for (auto& child : children) {
      if (child->loop() != this->loop())
        throw errors::ValueError("a gathered future belongs to a different loop");
      children_.emplace_back(*this, std::move(child));
    }
  }

  bool cancel_with(std::exception_ptr cancellation) override {
    if (this->done()) return false;
    bool any = false;
    for (const auto& child : children_) any |= child.future->cancel_with(cancellation);
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
    if (children_.empty()) return this->set_result(Gathered::list({}));
    const auto self = this->shared_from_this();
    for (auto& child : children_) child.future->add_waiter(RunnablePointer(self, &child));
  }

  void child_done(const Future<T>& child) {
    ++ended_;
    auto error = child.cancelled() ? nullptr : child.exception();  // seen, in any case
    if (this->done()) return;
    if constexpr (Gathered::stops_at_error) {
      if (child.cancelled()) error = child.cancellation();
      if (error) return this->set_exception(std::move(error));
    }
    if (ended_ == children_.size()) finish();
  }

  void finish() {
    std::vector<typename Gathered::Item> items;
    items.reserve(children_.size());
    for (const auto& child : children_) items.push_back(Gathered::item(*child.future));
    if (!cancel_requested_) return this->set_result(Gathered::list(std::move(items)));
    auto reason = reason_of(*children_.back().future);
    this->set_exception(reason ? std::move(reason) : errors::make(errors::CancelledError()));
  }

  /// The cancellation of which the last argument tells, also where it has survived it.
  static std::exception_ptr reason_of(const Future<T>& child) {
    return child.cancelled() ? child.cancellation() : child.last_request();
  }

  std::deque<Child> children_;
  std::size_t ended_ = 0;
  bool cancel_requested_ = false;
};

template <class T>
std::shared_ptr<Future<std::vector<T>>> gather(LoopPointer loop, FutureList<T> children) {
  return GatheringFuture<T, GatheredResults<T>>::make(std::move(loop), std::move(children));
}
template <class T>
std::shared_ptr<Future<std::vector<GatheredOutcome<T>>>> gather_outcomes(LoopPointer loop,
                                                                         FutureList<T> children) {
  return GatheringFuture<T, GatheredOutcomes<T>>::make(std::move(loop), std::move(children));
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
