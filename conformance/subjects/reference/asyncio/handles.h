/// impl/asyncio's futures, tasks and loops as objects of the scenario. One object a future, as long
/// as somebody holds it.
#pragma once

#include <memory>
#include <vector>

#include "conformance/native/operations/operations.h"
#include "conformance/native/registry.h"
#include "impl/asyncio/future.h"

namespace touchstone::reference {

using asyncio::FuturePointer;
using asyncio::LoopPointer;
using native::Value;
using ValueFuture = asyncio::Future<Value>;

/// The payload of an asyncio.Future instance.
struct FutureHandle {
  explicit FutureHandle(FuturePointer future) : future(std::move(future)) {}
  FutureHandle(const FutureHandle&) = delete;
  FutureHandle& operator=(const FutureHandle&) = delete;
  ~FutureHandle();

  const FuturePointer future;
  std::vector<std::weak_ptr<asyncio::Runnable>> callbacks;  ///< for remove_done_callback
};

/// Of an asyncio.Task instance.
struct TaskHandle : FutureHandle {
  using FutureHandle::FutureHandle;
};

struct LoopHandle {
  explicit LoopHandle(LoopPointer loop) : loop(std::move(loop)) {}
  LoopHandle(const LoopHandle&) = delete;
  LoopHandle& operator=(const LoopHandle&) = delete;
  ~LoopHandle();

  const LoopPointer loop;
};

/// The object of a future; None for null.
Value object_of(const FuturePointer& future);
Value object_of(const LoopPointer& loop);
/// Makes an instance that is being initialised the object of the future.
void initialise_future(const Value& instance, FuturePointer future);
/// Null where the value is no future.
const FutureHandle* handle_of(const Value& value);
FuturePointer future_from(const Value& value);
/// TypeError where it is none.
std::shared_ptr<ValueFuture> value_future(const FuturePointer& future);
/// The result, in the scenario's values; throws the error.
Value result_of(const asyncio::FutureBase& future);

/// How a future that is done ended.
native::Outcome<Value> outcome_of(const asyncio::FutureBase& future);

/// `await future`: an awaitable made of C++ code.
Value await_future(const FuturePointer& future);

/// The CancelledError with the message as its only argument; null without a message (None).
std::exception_ptr cancellation_with(const Value& message);

}  // namespace touchstone::reference
