/// Python's generator object over any body; with a C++20 coroutine as its body the return type of a
/// generator function:
///
///     Generator<int> count(int n) { for (int i = 0; i < n; ++i) co_yield i; }
///     for (int i : count(3)) ...
///
/// Calling the function runs nothing; each pull runs the body exactly to its next yield. Lazy,
/// one-shot, its own iterator. Send: `co_yield` gives what was sent, Send{} (None) at a plain pull.
/// Return: carried by the Outcome of the pull that reached the end, once; later pulls end with
/// None. `co_await yield_from(inner)` delegates, to any depth. Destruction closes a suspended
/// generator: its cleanup runs. Errors: ValueError on re-entry; TypeError for a value sent to a
/// fresh one; RuntimeError for a StopIteration that leaves the body, and for a body that yields
/// while it is closed. What the body raises comes out of the pull, and it is closed. Thread safety:
/// may be resumed from any thread, by one at a time; a second one gets the ValueError. Claims:
/// generators.call.*, .close.*, .error.*, .instances.*, .iteration.*, .next.*, .reentry.*,
/// .resume.*, .return.*, .send.*, .states
#pragma once

#include <iterator>
#include <memory>
#include <utility>

#include "impl/generators/driven.h"
#include "impl/generators/native_body.h"
#include "impl/generators/plain_activation.h"

namespace generators {

template <class Yield, class Send = Nothing, class Return = Nothing>
class [[nodiscard]] Generator : public Driven<Yield, Send, Return> {
  using Base = Driven<Yield, Send, Return>;

 public:
  using Body = Resumable<Yield, Send, Return>;
  using promise_type = NativePromise<Generator, Yield, Send, Return, Yield>;

  explicit Generator(std::unique_ptr<Body> body)
      : Base(std::make_unique<PlainActivation<Yield, Send, Return, GeneratorRules>>(
            std::move(body))) {}
  Generator(Generator&&) noexcept = default;
  Generator& operator=(Generator&& other) noexcept {
    this->finalize();
    Base::operator=(std::move(other));
    return *this;
  }
  ~Generator() { this->finalize(); }

  /// The next value, or the end.
  typename Base::Outcome next() { return this->send(None<Send>::make()); }

  /// For `for`: an input iterator over what is left.
  class Iterator {
   public:
    using difference_type = std::ptrdiff_t;
    using value_type = Yield;
    explicit Iterator(Generator& generator) : generator_(&generator), present_(generator.next()) {}
    Yield& operator*() const { return *present_; }
    Iterator& operator++() {
      present_ = generator_->next();
      return *this;
    }
    void operator++(int) { ++*this; }
    friend bool operator==(const Iterator& it, std::default_sentinel_t) { return !it.present_; }

   private:
    Generator* generator_;
    mutable typename Base::Outcome present_;
  };
  Iterator begin() { return Iterator(*this); }
  std::default_sentinel_t end() const { return {}; }
};

/// `co_await yield_from(inner)` in a generator: its consumer drives `inner` until that ends, and
/// gets what it yields.
template <class Yield, class Send, class Return>
auto yield_from(Generator<Yield, Send, Return>& inner) {
  return Delegation(inner);
}

/// As above, for a generator made on the spot.
template <class Yield, class Send, class Return>
class OwningDelegation : private Generator<Yield, Send, Return>,
                         public Delegation<Generator<Yield, Send, Return>> {
  using Inner = Generator<Yield, Send, Return>;

 public:
  explicit OwningDelegation(Inner inner)
      : Inner(std::move(inner)), Delegation<Inner>(static_cast<Inner&>(*this)) {}
};
template <class Yield, class Send, class Return>
auto yield_from(Generator<Yield, Send, Return>&& inner) {
  return OwningDelegation<Yield, Send, Return>(std::move(inner));
}

}  // namespace generators
