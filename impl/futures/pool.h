/// The threads and the queue of a ThreadPoolExecutor, whatever its jobs are. Outlives it until the
/// last job is done. Thread safety: all of it.
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "impl/futures/work.h"
#include "impl/threading/thread.h"

namespace futures {

/// Makes a thread, not started yet, of that name that does `work`.
using ThreadFactory =
    std::function<threading::ThreadPointer(std::function<void()> work, std::string name)>;
threading::ThreadPointer make_thread(std::function<void()> work, std::string name);

struct PoolOptions {
  /// None: four more than the processors, at most 32.
  std::optional<std::int64_t> max_workers = {};
  /// Threads are named "PREFIX_0" and on; empty: "ThreadPoolExecutor-N".
  std::string thread_name_prefix = {};
  /// Runs at the start of each thread; what it raises breaks the pool.
  std::function<void()> initializer = {};
  ThreadFactory thread_factory = make_thread;
};

class Pool : public std::enable_shared_from_this<Pool> {
 public:
  explicit Pool(PoolOptions options);

  void submit(std::shared_ptr<Work> work);
  void shutdown(bool wait, bool cancel_futures);
  /// From here on nothing is taken, as the process ends.
  void refuse_all();

 private:
  /// Only an open one takes work.
  enum class State { open, broken, shut_down, process_ends };
  using Queue = std::deque<std::shared_ptr<Work>>;

  void require_open() const;
  void add_thread();
  void work_on();
  bool initialize() noexcept;
  void fail_all();
  std::shared_ptr<Work> next();
  void be_idle();
  /// Wakes an idle worker, unless one is on its way, which calls the next where there is more to
  /// do: a wake-up costs more than many a job.
  threading::WaitQueue::Wakeups call_one();

  const std::size_t max_workers_;
  const std::string thread_name_prefix_;
  const std::function<void()> initializer_;
  const ThreadFactory thread_factory_;
  threading::Lock lock_;
  State state_ = State::open;
  Queue queue_;
  std::vector<threading::ThreadPointer> threads_;
  threading::WaitQueue idle_;
  std::size_t idle_count_ = 0;  ///< those on their way included
  bool called_ = false;         ///< one is on its way
};

}  // namespace futures
