#include "impl/asyncio/loop.h"

#include <utility>

#include "impl/asyncio/task_base.h"
#include "impl/errors/hierarchy.h"
#include "impl/errors/unraisable.h"
#include "impl/futures/thread_pool_executor.h"

namespace asyncio {
namespace {

thread_local LoopPointer running_loop;

/// Makes a loop the running one of this thread for a scope.
class Run {
 public:
  Run(LoopPointer loop, bool& running) : running_(running) {
    running_ = true;
    running_loop = std::move(loop);
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

std::shared_ptr<futures::ThreadPoolExecutor> make_executor() {
  return std::make_shared<futures::ThreadPoolExecutor>(
      futures::PoolOptions{.thread_name_prefix = "asyncio"});
}

bool leaves_the_loop(const errors::BaseException& error) {
  return error.is("KeyboardInterrupt") || error.is("SystemExit");
}

}  // namespace

Loop::Loop(std::unique_ptr<Clock> clock) : clock_(std::move(clock)) {}

Loop::~Loop() { close(); }

LoopPointer Loop::current() noexcept { return running_loop; }

const LoopPointer& Loop::running() {
  if (!running_loop) throw errors::RuntimeError("no running event loop");
  return running_loop;
}

void Loop::require_open() const {
  if (closed_) throw errors::RuntimeError("Event loop is closed");
}

void Loop::enqueue_threadsafe(const RunnablePointer& work) {
  // In the loop's own thread it keeps its place among all that is scheduled there.
  if (running_loop.get() == this) return enqueue(work);
  switch (inbox_.push(work)) {
    case Inbox::Push::first:
      return poller_.wake();
    case Inbox::Push::behind_others:
      return;
    case Inbox::Push::closed:
      throw errors::RuntimeError("Event loop is closed");
  }
}

HandlePointer Loop::watch(int descriptor, Readiness::Direction direction, Callback callback) {
  require_open();
  return readiness_.add(descriptor, direction, std::move(callback));
}
HandlePointer Loop::add_reader(int descriptor, Callback callback) {
  return watch(descriptor, Readiness::Direction::reading, std::move(callback));
}
HandlePointer Loop::add_writer(int descriptor, Callback callback) {
  return watch(descriptor, Readiness::Direction::writing, std::move(callback));
}
bool Loop::remove_reader(int descriptor) {
  return readiness_.remove(descriptor, Readiness::Direction::reading);
}
bool Loop::remove_writer(int descriptor) {
  return readiness_.remove(descriptor, Readiness::Direction::writing);
}

void Loop::require_runnable() const {
  require_open();
  if (running_) throw errors::RuntimeError("This event loop is already running");
  if (running_loop)
    throw errors::RuntimeError("Cannot run the event loop while another loop is running");
}

void Loop::run_forever() {
  require_runnable();
  const Run run(shared_from_this(), running_);
  times_stuck_ = 0;
  struct Stop {
    bool& stopping;
    ~Stop() { stopping = false; }
  } const reset{stopping_};
  do turn();
  while (!stopping_);
}

void Loop::turn() {
  timers_.remove_dropped();
  take_inbox();
  poll();
  take_due_timers();
  run_ready();
}

void Loop::poll() {
  const bool busy = !ready_.empty() || stopping_;
  // Without descriptors there is nothing that the kernel could tell.
  if (busy && !poller_.watches_any()) return;
  auto events = std::optional<Clock::Events>(std::in_place);
  if (busy) {
    events = poller_.poll(std::chrono::nanoseconds(0));
  } else {
    std::optional<Seconds> deadline;
    if (!timers_.empty()) deadline = timers_.earliest();
    events = clock_->wait(deadline, outside_work_ > 0, poller_);
  }
  if (!events) return stuck();
  take_inbox();
  readiness_.dispatch(*events, [this](const HandlePointer& handle) { ready_.push_back(handle); });
}

void Loop::take_inbox() {
  for (auto& work : inbox_.take()) ready_.push_back(std::move(work));
}

void Loop::take_due_timers() {
  if (timers_.empty()) return;
  const Seconds now = time();
  while (!timers_.empty() && timers_.earliest() <= now) {
    TimerPointer timer = timers_.pop();
    if (!timer->dropped()) ready_.push_back(std::move(timer));
  }
}

void Loop::run_ready() {
  for (auto left = ready_.size(); left > 0; --left) {
    RunnablePointer work = std::move(ready_.front());
    ready_.pop_front();
    run_reporting(std::move(work));
  }
}

void Loop::run_reporting(RunnablePointer work) try {
  Runnable& runnable = *work;
  runnable.run(std::move(work));
} catch (const errors::BaseException& error) {
  if (leaves_the_loop(error)) throw;
  call_exception_handler(
      {.message = "Exception in callback", .exception = std::current_exception()});
}

void Loop::call_exception_handler(const ErrorContext& context) noexcept {
  std::exception_ptr error = context.exception;
  std::string message = context.message;
  if (handler_) {
    try {
      return handler_(*this, context);
    } catch (...) {
      message = "Unhandled error in exception handler";
      error = std::current_exception();
    }
  }
  if (!error) error = errors::make(errors::RuntimeError(message));
  errors::report_unraisable(error, message);
}

void Loop::stuck() {
  constexpr int most = 100;
  if (on_stuck_) on_stuck_();
  const auto tasks = all_tasks();
  if (tasks.empty() || ++times_stuck_ > most)
    throw errors::RuntimeError("the event loop waits for something that can never happen");
  for (const auto& task : tasks) task->cancel();
}

std::vector<std::shared_ptr<TaskBase>> Loop::all_tasks() const {
  std::vector<std::shared_ptr<TaskBase>> pending;
  tasks_.each([&](TaskLink& link) {
    auto& task = static_cast<TaskBase&>(link);
    // Weak: a task that is being destroyed is no task any more.
    if (auto future = task.future().weak_from_this().lock())
      pending.push_back({std::move(future), &task});
  });
  return pending;
}

void Loop::close() {
  if (running_) throw errors::RuntimeError("Cannot close a running event loop");
  if (closed_) return;
  end_tasks();
  closed_ = true;
  const auto unheard = inbox_.close();
  readiness_.clear();
  const auto ready = std::exchange(ready_, {});
  timers_.clear();
  generators_.clear();
  if (const auto executor = take_default_executor()) executor->shutdown(false);
}

void Loop::end_tasks() {
  for (auto tasks = all_tasks(); !tasks.empty(); tasks = all_tasks()) {
    for (const auto& task : tasks) {
      call_exception_handler(
          {.message = "Task was destroyed but it is pending!", .future = &task->future()});
      task->abandon();
    }
  }
}

futures::ThreadPoolExecutor& Loop::default_executor() {
  require_open();
  if (executor_taken_) throw errors::RuntimeError("Executor shutdown has been called");
  if (!executor_) executor_ = executor_factory_ ? executor_factory_() : make_executor();
  return *executor_;
}

void Loop::set_default_executor(std::shared_ptr<futures::ThreadPoolExecutor> executor) {
  executor_ = std::move(executor);
}

std::shared_ptr<futures::ThreadPoolExecutor> Loop::take_default_executor() {
  executor_taken_ = true;
  return std::exchange(executor_, nullptr);
}

void Loop::track(const std::shared_ptr<OpenGenerator>& generator) {
  // Forgets the dead whenever they could be half of all.
  if (generators_.size() == generators_.capacity())
    std::erase_if(generators_, [](const auto& each) { return each.expired(); });
  generators_.push_back(generator);
}

std::vector<std::shared_ptr<OpenGenerator>> Loop::take_open_generators() {
  std::vector<std::shared_ptr<OpenGenerator>> open;
  for (const auto& each : std::exchange(generators_, {})) {
    if (auto generator = each.lock()) open.push_back(std::move(generator));
  }
  return open;
}

}  // namespace asyncio
