/// Tasks of the scenario: impl/asyncio's tasks that run the scenario's coroutines.
#pragma once

#include <memory>
#include <string>

#include "conformance/subjects/reference/asyncio/handles.h"
#include "impl/asyncio/task.h"

namespace touchstone::reference {

class ScenarioTask final : public asyncio::Task<Value> {
 public:
  ScenarioTask(LoopPointer loop, asyncio::Coroutine<Value> code, Value coroutine)
      : Task(std::move(loop), std::move(code)), coroutine_(std::move(coroutine)) {}

  /// The object, also once it has ended.
  const Value& coroutine() const { return coroutine_; }

 private:
  const Value coroutine_;
};

bool is_coroutine(const Value& value);

/// The scenario's coroutine in the form that impl/asyncio runs.
asyncio::Coroutine<Value> code_of(const Value& coroutine);

/// An empty name means "Task-N". TypeError where the value is no coroutine.
std::shared_ptr<ScenarioTask> start_task(const LoopPointer& loop, const Value& coroutine,
                                         std::string name = {});

/// A future for any awaitable: itself, or a task that awaits it. `loop`: null where the running one
/// or the one set for this thread is meant; ValueError for a future of another one.
std::shared_ptr<ValueFuture> ensured(const Value& awaitable, const LoopPointer& loop = nullptr);

}  // namespace touchstone::reference
