#include "impl/asyncio/task_base.h"

#include <utility>

#include "impl/errors/hierarchy.h"

namespace asyncio {

int TaskBase::uncancel() {
  if (cancel_requests_ > 0) --cancel_requests_;
  return cancel_requests_;
}

void TaskBase::start(const std::shared_ptr<TaskBase>& self) {
  self_ = self;
  auto& tasks = future().loop()->tasks_;
  std::erase_if(tasks, [](const std::weak_ptr<TaskBase>& task) { return task.expired(); });
  tasks.push_back(self);
  schedule_step();
}

bool TaskBase::request_cancel(std::string message) {
  if (done()) return false;
  ++cancel_requests_;
  if (awaited_ && awaited_->cancel(message)) return true;
  must_cancel_ = true;
  cancel_message_ = std::move(message);
  return true;
}

std::exception_ptr TaskBase::take_cancel_request() {
  if (!std::exchange(must_cancel_, false)) return nullptr;
  return errors::make(errors::CancelledError(cancel_message_));
}

void TaskBase::schedule_step(std::exception_ptr error) {
  future().loop()->call_soon(
      [self = self_.lock(), error = std::move(error)] { self->step(error); });
}

void TaskBase::step(std::exception_ptr error) {
  if (done()) return;
  if (auto cancellation = take_cancel_request();
      cancellation && !errors::matches(error, "CancelledError")) {
    error = std::move(cancellation);
  }
  awaited_.reset();
  const LoopPointer loop = future().loop();
  TaskBase* const outer = std::exchange(loop->current_task_, this);
  struct Restore {
    Loop& loop;
    TaskBase*& current;
    TaskBase* outer;
    ~Restore() { current = outer; }
  } const restore{*loop, loop->current_task_, outer};
  advance(std::move(error));
}

void TaskBase::waits_for(FuturePointer awaited) {
  if (!awaited) return schedule_step();
  if (awaited.get() == &future()) {
    return schedule_step(errors::make(errors::RuntimeError("Task cannot await on itself")));
  }
  if (awaited->loop() != future().loop()) {
    return schedule_step(
        errors::make(errors::RuntimeError("Task got Future attached to a different loop")));
  }
  awaited_ = std::move(awaited);
  awaited_->add_done_callback([self = self_.lock()](const FuturePointer&) { self->step(nullptr); });
  if (must_cancel_ && awaited_->cancel(cancel_message_)) must_cancel_ = false;
}

}  // namespace asyncio
