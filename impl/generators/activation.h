/// One suspended computation in a chain of delegations: the state of a generator or coroutine,
/// without its types.
///
/// Guarantees: created -> running <-> suspended -> closed, and closed is final; running lasts until
/// the last cleanup has ended. Only one resumer at a time: a second one is refused with ValueError
/// and changes nothing, from the body itself as from another thread. A suspended activation knows
/// no caller: it answers whoever resumed it last. Cost: a chain of n delegations is resumed in O(n)
/// time and O(1) stack; no step of it recurses. Thread safety: `state` at any time; `drive` from
/// any thread.
#pragma once

#include <atomic>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "impl/errors/hierarchy.h"
#include "impl/generators/resumable.h"

namespace generators {

enum class State { created, running, suspended, closed };

/// An activation stopped at a leaf and hands `value` to the driver of the chain.
template <class Signal>
struct Suspended {
  Signal value;
};

/// An activation is through with what it was asked for; its result is in its result slot unless
/// there is an error. Where it is not closed after that, `left` says how: an async generator that
/// has yielded is suspended, one that refused its first value is created.
struct Ended {
  std::exception_ptr error;
  State left = State::closed;
};

template <class Signal, class Send>
class Drive;

template <class Signal, class Send>
class Activation {
 public:
  /// What the innermost running part of the chain did.
  using Turn = std::variant<Suspended<Signal>, Delegated<Signal, Send>, Ended>;
  /// What the chain as a whole did.
  using Pause = std::variant<Suspended<Signal>, Ended>;

  Activation() = default;
  Activation(const Activation&) = delete;
  Activation& operator=(const Activation&) = delete;
  virtual ~Activation() = default;

  State state() const noexcept { return state_.load(std::memory_order_acquire); }
  /// True while this activation is suspended in a delegate of its own.
  bool delegates() const noexcept { return delegate_.load(std::memory_order_relaxed) != nullptr; }

  /// Resumes the innermost delegate with `input` and runs the chain until it suspends or this
  /// activation ends; a value that it ends with is put into `*result`, an std::optional of its
  /// Result type. GeneratorExit closes the delegates one by one, from the innermost outwards, and
  /// is then raised in this one.
  Pause drive(Input<Send> input, void* result) noexcept {
    return Drive<Signal, Send>(*this, std::move(input), result).run();
  }

  /// Closes a created activation without running it; false where it has started or is closed.
  bool discard() noexcept {
    State created = State::created;
    if (!state_.compare_exchange_strong(created, State::running, std::memory_order_acq_rel))
      return false;
    release();
    leave(State::closed);
    return true;
  }

  /// "generator", "coroutine", "async generator": for messages.
  virtual std::string_view noun() const noexcept = 0;

 protected:
  /// Runs this activation's own code to its next stop. Called while running and without a delegate.
  virtual Turn advance(Input<Send> input) noexcept = 0;
  /// What resuming this closed activation with `input` raises; null where it just ends with
  /// nothing.
  virtual std::exception_ptr spent(const Input<Send>& input) const noexcept = 0;
  /// Lets go of what a discarded activation was made to run.
  virtual void release() noexcept = 0;

  void* result_ = nullptr;  ///< where the present resumer wants the result

 private:
  friend class Drive<Signal, Send>;

  enum class Claim { granted, busy, closed };

  /// The right to run: granted to one resumer until `leave`.
  Claim claim() noexcept {
    State seen = state_.load(std::memory_order_acquire);
    while (seen == State::created || seen == State::suspended) {
      if (state_.compare_exchange_weak(seen, State::running, std::memory_order_acq_rel))
        return Claim::granted;
    }
    return seen == State::running ? Claim::busy : Claim::closed;
  }
  void leave(State state) noexcept { state_.store(state, std::memory_order_release); }

  std::atomic<State> state_{State::created};
  Activation* resumer_ = nullptr;  ///< who delegated to this one, in the running drive
  /// Whom this one waits for; written by its resumer alone.
  std::atomic<Activation*> delegate_{nullptr};
  void* delegate_result_ = nullptr;
};

}  // namespace generators

#include "impl/generators/drive.h"
