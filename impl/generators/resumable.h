/// The seam between a suspended body and the objects that drive it.
///
/// A *resumable* is the code of a generator, a coroutine or an async generator, stopped at a
/// suspension point: a C++20 coroutine frame (native_body.h) or the frame of an interpreter. It is
/// resumed with a value or an error, runs to its next suspension point, and says in one Step how it
/// got there. All rules of the language (laziness, states, re-entry, closing, conversion of
/// StopIteration, delegation) are kept by the objects above it, once for every kind of body.
///
/// Types: Yield is what the body hands to its consumer, Send what it is resumed with, Return what
/// it ends with, Await what it hands to the driver of the whole chain of awaits (an event loop).
/// Where a generator delegates (`yield from`), what its delegate yields passes through: generators
/// therefore have Await = Yield. A dynamic language uses one type for all.
#pragma once

#include <exception>
#include <variant>

namespace generators {

template <class Signal, class Send>
class Activation;

/// A type without information, where a body sends, returns or awaits nothing.
using Nothing = std::monostate;

/// How a type says None. Default: the value-initialised value. A dynamic value type specialises it.
template <class T>
struct None {
  static T make() { return T{}; }
  static bool is(const T& value) { return value == T{}; }
};

/// What a body is resumed with: the value of its pending yield or await, or the error to raise
/// there.
template <class Send>
using Input = std::variant<Send, std::exception_ptr>;

/// The body yields a value to its consumer.
template <class Yield>
struct Yielded {
  Yield value;
};

/// The body waits: `value` goes to whoever drives the chain. (Of a generator: what it passes on
/// from an iterable that is no Activation.)
template <class Await>
struct Awaited {
  Await value;
};

/// The body waits for another activation (`await coroutine`, `yield from generator`), which the
/// driver runs in its place. When that one ends the body is resumed: with its error, or with None
/// and the result in `*result`. `result` is the address of a std::optional<Result> of the
/// activation's own Result type (see Delegation), empty where the activation had ended before.
/// Activation and slot belong to the body and live until it is resumed.
template <class Await, class Send>
struct Delegated {
  Activation<Await, Send>* to;
  Input<Send> first;  ///< what the activation is resumed with at first: None, for all that the
                      ///< language can say
  void* result;
};

template <class Return>
struct Returned {
  Return value;
};

struct Raised {
  std::exception_ptr error;
};

template <class Yield, class Send, class Return, class Await>
using Step =
    std::variant<Yielded<Yield>, Awaited<Await>, Delegated<Await, Send>, Returned<Return>, Raised>;

/// Requires: `resume` is not called again after it gave Returned or Raised, nor while it runs.
/// Destruction of a suspended body destroys its frame; the objects above close it first, so that
/// its handlers run. Thread: any, one at a time.
template <class Yield, class Send, class Return, class Await = Yield>
class Resumable {
 public:
  using Step = generators::Step<Yield, Send, Return, Await>;

  virtual ~Resumable() = default;
  /// The first call starts the body; its input is None (an error at that point never reaches the
  /// body).
  virtual Step resume(Input<Send> input) noexcept = 0;
};

}  // namespace generators
