/// The interpreter's coroutines. A Step<T> is the evaluation of one node: already done (most
/// leaves), already failed, or a coroutine that has not started. `co_await step` gives its T or, if
/// it failed, never comes back.
///
/// A Python error is no C++ exception between steps: the trampoline resumes the nearest step that
/// awaits with `catching(...)` and everything between is destroyed in place. C++ exceptions that
/// leave a step's own code are turned into Python errors there. Steps never resume each other:
/// `Trampoline::run` resumes one at a time, so that depth costs no native stack.
#pragma once

#include <coroutine>
#include <optional>
#include <utility>
#include <variant>

#include "conformance/native/interpreter/frame_memory.h"
#include "conformance/native/runtime/generator.h"
#include "conformance/native/runtime/outcome.h"

namespace touchstone::native {

class Trampoline;

/// A failed step's result: `co_return Failure{error}`.
struct Failure {
  Value error;
};

/// Where a step was started from and how it ends; what the trampoline needs to know, whatever the
/// result's type.
struct StepPromiseBase {
  std::coroutine_handle<> self;
  StepPromiseBase* parent = nullptr;
  Trampoline* trampoline = nullptr;
  bool caught = false;  // the parent awaits the outcome
  bool failed = false;
  Value error;

  std::suspend_always initial_suspend() noexcept { return {}; }
  void unhandled_exception() noexcept;

  struct Final {
    bool await_ready() noexcept { return false; }
    template <class P>
    void await_suspend(std::coroutine_handle<P> handle) noexcept {
      ended(handle.promise());
    }
    void await_resume() noexcept {}
  };
  Final final_suspend() noexcept { return {}; }

  static void* operator new(std::size_t bytes) { return take_frame(bytes); }
  static void operator delete(void* block, std::size_t bytes) { give_frame(block, bytes); }

 private:
  static void ended(StepPromiseBase& promise) noexcept;
};

template <class T>
class Step;

template <class T>
struct StepPromise : StepPromiseBase {
  std::optional<T> result;

  Step<T> get_return_object();
  void return_value(T value) { result.emplace(std::move(value)); }
  void return_value(Failure failure) {
    failed = true;
    error = std::move(failure.error);
  }
};

template <class T>
class [[nodiscard]] Step {
 public:
  using promise_type = StepPromise<T>;
  using Handle = std::coroutine_handle<promise_type>;

  Step(T value) : state_(std::in_place_index<1>, std::move(value)) {}
  Step(Failure failure) : state_(std::in_place_index<2>, std::move(failure)) {}
  explicit Step(Handle handle) : state_(std::in_place_index<0>, handle) {}
  Step(Step&& other) noexcept : state_(std::move(other.state_)) {
    other.state_.template emplace<0>();
  }
  Step(const Step&) = delete;
  Step& operator=(const Step&) = delete;
  Step& operator=(Step&&) = delete;
  ~Step() {
    if (const Handle coroutine = handle()) coroutine.destroy();
  }

  bool is_done() const { return state_.index() == 1; }
  /// Requires is_done.
  T take() { return std::move(std::get<1>(state_)); }

  bool await_ready() const noexcept { return is_done(); }
  template <class P>
  void await_suspend(std::coroutine_handle<P> awaiting) {
    start_under(awaiting.promise(), false);
  }
  /// Called at the end alone: one of the two is there.
  T await_resume() {
    if (is_done()) return take();
    return *std::move(handle().promise().result);  // NOLINT(bugprone-unchecked-optional-access)
  }

 private:
  template <class>
  friend class Catching;
  friend class Trampoline;

  /// Of a coroutine; none where the step is done or has failed already.
  Handle handle() const {
    const Handle* coroutine = std::get_if<0>(&state_);
    return coroutine == nullptr ? Handle() : *coroutine;
  }
  void start_under(StepPromiseBase& parent, bool caught);
  Outcome<T> take_outcome();

  std::variant<Handle, T, Failure> state_;  // small: frames are made of these
};

/// `co_await catching(step)` gives an Outcome and always comes back.
template <class T>
class [[nodiscard]] Catching {
 public:
  explicit Catching(Step<T> step) : step_(std::move(step)) {}
  bool await_ready() const noexcept { return !step_.handle(); }
  template <class P>
  void await_suspend(std::coroutine_handle<P> awaiting) {
    step_.start_under(awaiting.promise(), true);
  }
  Outcome<T> await_resume() { return step_.take_outcome(); }

 private:
  Step<T> step_;
};

template <class T>
Catching<T> catching(Step<T> step) {
  return Catching<T>(std::move(step));
}

/// Runs one activation's steps until they end or suspend.
class Trampoline {
 public:
  /// Runs a root step that must not suspend.
  template <class T>
  Outcome<T> run(Step<T> root) {
    if (const auto coroutine = root.handle()) {
      start(coroutine.promise());
      loop();
    }
    return root.take_outcome();
  }

  /// Makes `root` the step to run at the first `resume`; the caller keeps it alive.
  template <class T>
  void prepare(Step<T>& root) {
    start(root.handle().promise());
  }
  /// Goes on at the suspension point (or the start). Gives what was passed out, or none at the
  /// root's end.
  std::optional<Suspension> resume(Resumption resumption);

  /// The root's result after its end.
  template <class T>
  static Outcome<T> outcome_of(Step<T>& root) {
    return root.take_outcome();
  }

 private:
  friend struct StepPromiseBase;
  template <class>
  friend class Step;
  friend class Suspend;

  void start(StepPromiseBase& root) {
    root.trampoline = this;
    leaf_ = &root;
  }
  void loop();
  void fail(Value error);
  void unwind();

  StepPromiseBase* leaf_ = nullptr;
  bool failing_ = false;
  Value error_;                           // while failing_
  std::optional<Suspension> passed_out_;  // while suspended
  Value sent_;
};

/// `co_await Suspend{Suspension::yielded(v)}` leaves the activation and gives what it is resumed
/// with.
class Suspend {
 public:
  explicit Suspend(Suspension suspension) : suspension_(std::move(suspension)) {}
  bool await_ready() const noexcept { return false; }
  template <class P>
  void await_suspend(std::coroutine_handle<P> awaiting) {
    trampoline_ = awaiting.promise().trampoline;
    trampoline_->passed_out_ = std::move(suspension_);
  }
  Value await_resume() { return std::move(trampoline_->sent_); }

 private:
  Suspension suspension_;
  Trampoline* trampoline_ = nullptr;
};

template <class T>
Step<T> StepPromise<T>::get_return_object() {
  const auto handle = std::coroutine_handle<StepPromise>::from_promise(*this);
  self = handle;
  return Step<T>(handle);
}

template <class T>
void Step<T>::start_under(StepPromiseBase& parent, bool caught) {
  if (auto* failure = std::get_if<Failure>(&state_)) {
    parent.trampoline->fail(std::move(failure->error));
    return;
  }
  StepPromiseBase& promise = handle().promise();
  promise.parent = &parent;
  promise.trampoline = parent.trampoline;
  promise.caught = caught;
  parent.trampoline->leaf_ = &promise;
}

template <class T>
Outcome<T> Step<T>::take_outcome() {
  if (is_done()) return {take(), {}};
  if (auto* failure = std::get_if<Failure>(&state_))
    return Outcome<T>::failure(std::move(failure->error));
  promise_type& promise = handle().promise();
  Outcome<T> outcome;
  if (promise.failed)
    outcome.error = std::move(promise.error);
  else
    outcome.value = std::move(promise.result);
  const Step ended(std::move(*this));  // lets go of the frame
  return outcome;
}

}  // namespace touchstone::native
