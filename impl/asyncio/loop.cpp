#include "impl/asyncio/loop.h"

#include <algorithm>
#include <utility>

#include "impl/asyncio/task_base.h"
#include "impl/errors/hierarchy.h"
#include "impl/errors/unraisable.h"

namespace asyncio {
namespace {

thread_local LoopPointer running_loop;

/// Makes a loop the running one of this thread for a scope.
class Run {
 public:
  Run(const LoopPointer& loop, bool& running) : running_(running) {
    if (running) throw errors::RuntimeError("This event loop is already running");
    if (running_loop)
      throw errors::RuntimeError("Cannot run the event loop while another loop is running");
    running_ = true;
    running_loop = loop;
  }
  Run(const Run&) = delete;
  Run& operator=(const Run&) = delete;
  ~Run() {
    running_ = false;
    running_loop.reset();
  }

 private:
  bool& running_;
};

void run_reporting(Handle& handle) try {
  handle.run();
} catch (const errors::BaseException& error) {
  if (!error.is("Exception")) throw;
  errors::report_unraisable(std::current_exception(), "event loop callback");
}

}  // namespace

Loop::Loop(std::unique_ptr<Clock> clock) : clock_(std::move(clock)) {}

Loop::~Loop() { close(); }

LoopPointer Loop::current() noexcept { return running_loop; }

LoopPointer Loop::running() {
  if (!running_loop) throw errors::RuntimeError("no running event loop");
  return running_loop;
}

void Loop::require_open() const {
  if (closed_) throw errors::RuntimeError("Event loop is closed");
}

HandlePointer Loop::call_soon(Callback callback) {
  require_open();
  return ready_.emplace_back(std::make_shared<Handle>(std::move(callback)));
}

HandlePointer Loop::call_at(Seconds when, Callback callback) {
  require_open();
  auto handle = std::make_shared<Handle>(std::move(callback));
  timers_.push({when, next_serial_++, handle});
  return handle;
}

void Loop::call_soon_threadsafe(Callback callback) {
  {
    const std::lock_guard lock(from_threads_mutex_);
    require_open();
    from_threads_.push_back(std::move(callback));
  }
  wakeup_.signal();
}

void Loop::run_until(const LoopPointer& self, const std::function<bool()>& finished) {
  self->require_open();
  const Run run(self, self->running_);
  self->was_stuck_ = false;
  while (!finished()) self->turn();
}

void Loop::turn() {
  drop_cancelled_timers();
  collect_from_threads();
  if (idle()) wait();
  collect_from_threads();
  collect_due_timers();
  run_ready();
}

void Loop::wait() {
  std::optional<Seconds> deadline;
  if (!timers_.empty()) deadline = timers_.top().when;
  if (!clock_->wait(deadline, wakeup_)) stuck();
}

void Loop::drop_cancelled_timers() {
  while (!timers_.empty() && timers_.top().handle->cancelled()) timers_.pop();
}

void Loop::collect_due_timers() {
  const Seconds now = time();
  while (!timers_.empty() && timers_.top().when <= now) {
    ready_.push_back(timers_.top().handle);
    timers_.pop();
  }
}

void Loop::collect_from_threads() {
  std::vector<Callback> arrived;
  {
    const std::lock_guard lock(from_threads_mutex_);
    arrived.swap(from_threads_);
  }
  for (auto& callback : arrived) call_soon(std::move(callback));
}

void Loop::run_ready() {
  for (auto left = ready_.size(); left > 0; --left) {
    const HandlePointer handle = std::move(ready_.front());
    ready_.pop_front();
    run_reporting(*handle);
  }
}

void Loop::stuck() {
  if (was_stuck_)
    throw errors::RuntimeError("the event loop waits for something that can never happen");
  was_stuck_ = true;
  if (on_stuck_) on_stuck_();
  for (const auto& task : all_tasks()) task->cancel();
}

std::vector<std::shared_ptr<TaskBase>> Loop::all_tasks() const {
  std::vector<std::shared_ptr<TaskBase>> pending;
  for (const auto& entry : tasks_) {
    if (auto task = entry.lock(); task && !task->done()) pending.push_back(std::move(task));
  }
  return pending;
}

void Loop::close() {
  {
    const std::lock_guard lock(from_threads_mutex_);
    closed_ = true;
    from_threads_.clear();
  }
  for (const auto& task : all_tasks()) task->abandon();
  std::exchange(ready_, {});
  std::exchange(timers_, {});
}

}  // namespace asyncio
