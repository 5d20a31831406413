#include "impl/futures/pool.h"

#include <unistd.h>

#include <algorithm>
#include <mutex>
#include <utility>

#include "impl/errors/unraisable.h"

namespace futures {
namespace {

std::size_t checked_max_workers(std::optional<std::int64_t> given) {
  const std::int64_t processors = std::max(sysconf(_SC_NPROCESSORS_ONLN), 1L);
  const std::int64_t count = given.value_or(std::min<std::int64_t>(32, processors + 4));
  if (count <= 0) throw errors::ValueError("max_workers must be greater than 0");
  return static_cast<std::size_t>(count);
}

std::string default_prefix() {
  static std::atomic<std::uint64_t> count{0};
  return "ThreadPoolExecutor-" + std::to_string(count.fetch_add(1));
}

const char* const broken_text =
    "A thread initializer failed, the thread pool is not usable anymore";

}  // namespace

threading::ThreadPointer make_thread(std::function<void()> work, std::string name) {
  return std::make_shared<threading::Thread>(std::move(work),
                                             threading::ThreadOptions{.name = std::move(name)});
}

Pool::Pool(PoolOptions options)
    : max_workers_(checked_max_workers(options.max_workers)),
      thread_name_prefix_(options.thread_name_prefix.empty()
                              ? default_prefix()
                              : std::move(options.thread_name_prefix)),
      initializer_(std::move(options.initializer)),
      thread_factory_(std::move(options.thread_factory)) {}

void Pool::submit(std::shared_ptr<Work> work) {
  threading::WaitQueue::Wakeups wakeups;
  const std::lock_guard guard(lock_);
  require_open();
  if (queue_.size() >= idle_count_ && threads_.size() < max_workers_) add_thread();
  queue_.push_back(std::move(work));
  wakeups = call_one();
}

void Pool::shutdown(bool wait, bool cancel_futures) {
  Queue cancelled;
  std::vector<threading::ThreadPointer> threads;
  {
    threading::WaitQueue::Wakeups wakeups;
    const std::lock_guard guard(lock_);
    if (state_ == State::open) state_ = State::shut_down;
    if (cancel_futures) cancelled.swap(queue_);
    threads = threads_;
    wakeups = idle_.take();
  }
  for (const auto& work : cancelled) {
    if (work->future().cancel()) work->future().set_running_or_notify_cancel();
  }
  if (!wait) return;
  for (const auto& thread : threads) thread->join();
}

void Pool::refuse_all() {
  const std::lock_guard guard(lock_);
  state_ = State::process_ends;
}

void Pool::require_open() const {
  switch (state_) {
    case State::open:
      return;
    case State::broken:
      throw BrokenThreadPool(broken_text);
    case State::shut_down:
      throw errors::RuntimeError("cannot schedule new futures after shutdown");
    case State::process_ends:
      throw errors::RuntimeError("cannot schedule new futures after interpreter shutdown");
  }
}

void Pool::add_thread() {
  auto thread = thread_factory_([self = shared_from_this()] { self->work_on(); },
                                thread_name_prefix_ + "_" + std::to_string(threads_.size()));
  thread->start();
  threads_.push_back(std::move(thread));
}

void Pool::work_on() {
  if (!initialize()) return fail_all();
  while (const auto work = next()) {
    try {
      work->run();
    } catch (...) {
      errors::report_unraisable(std::current_exception(), "thread pool worker");
    }
  }
}

bool Pool::initialize() noexcept try {
  if (initializer_) initializer_();
  return true;
} catch (...) {
  errors::report_unraisable(std::current_exception(), "thread pool initializer");
  return false;
}

void Pool::fail_all() {
  Queue failed;
  {
    threading::WaitQueue::Wakeups wakeups;
    const std::lock_guard guard(lock_);
    state_ = State::broken;
    failed.swap(queue_);
    wakeups = idle_.take();
  }
  for (const auto& work : failed) {
    if (work->future().set_running_or_notify_cancel()) {
      work->future().set_exception(errors::make(BrokenThreadPool(broken_text)));
    }
  }
}

std::shared_ptr<Work> Pool::next() {
  threading::WaitQueue::Wakeups wakeups;
  const std::lock_guard guard(lock_);
  while (queue_.empty() && state_ == State::open) be_idle();
  if (queue_.empty()) return nullptr;
  auto work = std::move(queue_.front());
  queue_.pop_front();
  if (!queue_.empty()) wakeups = call_one();
  return work;
}

void Pool::be_idle() {
  ++idle_count_;
  idle_.wait(lock_);
  --idle_count_;
  called_ = false;
}

threading::WaitQueue::Wakeups Pool::call_one() {
  if (called_) return {};
  called_ = !idle_.empty();
  return idle_.take_newest();
}

}  // namespace futures
