/// impl/asyncio's futures, tasks and loops as objects of the scenario. One object a future, as long
/// as somebody holds it.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "conformance/native/operations/operations.h"
#include "conformance/native/run.h"
#include "impl/asyncio/gather.h"
#include "impl/asyncio/run.h"
#include "impl/asyncio/sleep.h"

namespace touchstone::reference {

using asyncio::FuturePointer;
using native::Value;
using ValueFuture = asyncio::Future<Value>;
using ValueTask = asyncio::Task<Value>;
/// A coroutine of the scenario in the form that impl/asyncio runs.
using ValueCoroutine = asyncio::Coroutine<Value>;

/// The payload of an asyncio.Future instance.
struct FutureHandle {
  explicit FutureHandle(FuturePointer future) : future(std::move(future)) {}
  FutureHandle(const FutureHandle&) = delete;
  FutureHandle& operator=(const FutureHandle&) = delete;
  ~FutureHandle();
  FuturePointer future;
};

/// Of an asyncio.Task instance.
struct TaskHandle : FutureHandle {
  using FutureHandle::FutureHandle;
};

struct LoopHandle {
  explicit LoopHandle(asyncio::LoopPointer loop) : loop(std::move(loop)) {}
  LoopHandle(const LoopHandle&) = delete;
  LoopHandle& operator=(const LoopHandle&) = delete;
  ~LoopHandle();
  asyncio::LoopPointer loop;
};

/// The object of a future; None for null.
Value object_of(const FuturePointer& future);
Value object_of(const asyncio::LoopPointer& loop);
/// Null where the value is no future.
FuturePointer future_from(const Value& value);
/// The result, in the scenario's values; throws the error.
Value result_of(const asyncio::FutureBase& future);

/// Who acts while a task's coroutine runs.
struct TaskIdentity {
  std::uint64_t serial = 0;
  std::string name;
};

/// The first task of a loop; `at_start` runs in it before the scenario's code. TypeError where the
/// value is no coroutine.
ValueCoroutine main_coroutine(const Value& coroutine, std::function<void()> at_start);
/// A task on the running loop; an empty name means "Task-N". TypeError where the value is no
/// coroutine.
std::shared_ptr<ValueTask> start_task(const Value& coroutine, std::string name);
/// The identity of the task's activity, null for tasks that are not the scenario's.
std::shared_ptr<TaskIdentity> identity_of(const asyncio::FutureBase& task);

/// An awaitable made of C++ code: a Generator over its body.
Value await_future(const FuturePointer& future);
Value sleeping(double seconds, Value result);

}  // namespace touchstone::reference
