/// impl/threading's threads as objects of the scenario.
#pragma once

#include <atomic>
#include <memory>
#include <string>

#include "conformance/native/runtime/spin_lock.h"
#include "conformance/native/threads.h"
#include "conformance/subjects/reference/threading_types.h"
#include "impl/threading/thread.h"

namespace touchstone::reference {

/// What a thread that the scenario made is besides impl/'s Thread: while it runs it holds its
/// object, whose `run` it calls.
class ScenarioThread {
 public:
  virtual ~ScenarioThread() = default;
  /// The object; None while the thread does not run.
  Value object() const;
  /// RuntimeError for a second start. `object` is the one whose payload this is.
  void start(const Value& object);

 protected:
  /// In the new thread, from its beginning to its end.
  void act();

 private:
  virtual threading::ThreadPointer thread() = 0;
  void set_object(Value object);

  std::atomic<bool> started_{false};
  std::shared_ptr<native::ThreadTicket> ticket_;
  mutable native::SpinLock lock_;
  Value object_;
};

/// `Base` is Thread or derives from it.
template <class Base>
class ThreadOf final : public Base, public ScenarioThread {
 public:
  using Base::Base;
  void run() override { act(); }

 private:
  threading::ThreadPointer thread() override { return this->shared_from_this(); }
};

/// The object of any thread; the same one each time while the thread runs.
Value object_of(const threading::ThreadPointer& thread);

/// Gives the call of a scenario's function to impl/.
std::function<void()> calling(Value function, Value positional, Value keywords);

/// Positional arguments from any iterable, keywords from a dict or None.
native::Arguments arguments_from(const Value& positional, const Value& keywords);

}  // namespace touchstone::reference
