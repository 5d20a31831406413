/// Values that belong to an activity and not to a thread: each task and each callback has a context
/// of its own, a copy of the one in which it was made.
///
///     static const ContextVar<Request> request;
///     request.set(received);      // seen by the tasks that are made from here on
///
/// A copy costs O(1), a change O(variables set). A Context belongs to one thread at a time; the
/// rest is for any thread. Claims: asyncio.context.*
#pragma once

#include <map>
#include <memory>
#include <utility>

namespace asyncio {

class Context;
using ContextPointer = std::shared_ptr<Context>;

class Context {
 public:
  using Key = const void*;
  using Stored = std::shared_ptr<const void>;
  using Values = std::map<Key, Stored>;

  /// A copy of this thread's current context; null where nothing is set there.
  static ContextPointer copy_current();
  /// Null where nothing was ever set in this thread's current context.
  static const ContextPointer& current();
  /// In this thread's current context; null where the key is not set there.
  static Stored find(Key key);
  /// Null: no longer set.
  static void set(Key key, Stored value);
  /// Nothing is set in this thread any more.
  static void forget_current();

  /// While it lives `context` is this thread's current one; null: an empty one, which is put there
  /// by the first change.
  class Scope {
   public:
    explicit Scope(ContextPointer& context);
    Scope(const Scope&) = delete;
    Scope& operator=(const Scope&) = delete;
    ~Scope();

   private:
    ContextPointer& context_;
  };

  ContextPointer copy() const { return std::make_shared<Context>(*this); }
  const Values& values() const { return *values_; }

 private:
  std::shared_ptr<const Values> values_ = std::make_shared<Values>();
};

/// A variable with a value in each context that has set it. It outlives them.
template <class T>
class ContextVar {
 public:
  using Value = std::shared_ptr<const T>;

  ContextVar() = default;
  ContextVar(const ContextVar&) = delete;
  ContextVar& operator=(const ContextVar&) = delete;

  /// Null where it is not set.
  Value get() const { return std::static_pointer_cast<const T>(Context::find(this)); }
  /// Gives the former value, for `reset`.
  Value set(T value) const {
    Value former = get();
    Context::set(this, std::make_shared<const T>(std::move(value)));
    return former;
  }
  /// Null: no longer set.
  void reset(Value former) const { Context::set(this, std::move(former)); }
};

}  // namespace asyncio
