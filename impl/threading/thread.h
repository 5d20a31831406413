/// Python's threading.Thread: runs a target, or the `run` that a derived class overrides, in a
/// thread of its own.
///
///     const auto worker = std::make_shared<Thread>([&] { ... });
///     worker->start();
///     worker->join();
///
/// Held by shared_ptr; a started one holds itself until it ends. `start` does not wait for the
/// target; `join` returns after everything the thread did, thread-local destructors too, and any
/// number of threads may join, any number of times. What comes before `start` happens before the
/// target, which happens before what follows a join. An error that leaves `run` ends this thread
/// alone and goes to the excepthook. A process is to call `shutdown` before it leaves main: that
/// waits for all threads but the daemons. In the child of a fork the caller is the main thread, and
/// all others count as ended. Errors: RuntimeError for a second start, for joining
/// oneself or what was not started, and for the daemon flag of a started thread; AttributeError for
/// a second run of the target; others as `deadline_after`. Thread safety: all of it. Claims:
/// threading.thread.*, threading.subclass.*, threading.daemon.*
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "impl/threading/lifetime.h"
#include "impl/threading/lock.h"

namespace threading {

class Thread;
using ThreadPointer = std::shared_ptr<Thread>;

struct ThreadOptions {
  std::string name = {};            ///< empty: "Thread-N", or "Thread-N (target)"
  std::string target_name = {};     ///< what stands for the target there
  std::optional<bool> daemon = {};  ///< none: as the thread that makes this one
};

class Thread : public std::enable_shared_from_this<Thread> {
 public:
  explicit Thread(std::function<void()> target = {}, ThreadOptions options = {});
  Thread(const Thread&) = delete;
  Thread& operator=(const Thread&) = delete;
  virtual ~Thread() = default;

  void start();
  /// What the thread does; called directly, it does so in the caller. Calls the target, once.
  virtual void run();
  /// Returns in silence where the time is over first: `is_alive` tells. At once for zero and less.
  void join(Timeout timeout = {});
  /// From the return of `start` to the end.
  bool is_alive() const { return lifetime_->running(); }

  std::string name() const;
  void set_name(std::string name);
  bool daemon() const { return daemon_; }
  void set_daemon(bool daemon);
  std::optional<Ident> ident() const { return lifetime_->ident(); }
  std::optional<pid_t> native_id() const { return lifetime_->native_id(); }

 private:
  friend class ThreadRegistry;
  enum class Origin { start, main, foreign };

  /// Of a thread that runs already: the caller's.
  Thread(Origin origin, std::string name);

  const Origin origin_ = Origin::start;
  const std::shared_ptr<Lifetime> lifetime_ = std::make_shared<Lifetime>();
  mutable Lock name_lock_;
  std::string name_;
  std::atomic<bool> daemon_;
  std::function<void()> target_;
  std::atomic<bool> has_run_ = false;
};

/// The thread that calls. One that was not started here gets an object at the first call, named
/// "Dummy-N", a daemon that cannot be joined.
ThreadPointer current_thread();
/// The thread that the process began with.
ThreadPointer main_thread();
/// Threads that were started and have not ended, main and those of `current_thread` too, in that
/// order of beginning.
std::vector<ThreadPointer> enumerate();
std::size_t active_count();

/// What Python does when the main thread has come to its end: runs the registered functions, last
/// first, then waits for all threads but the daemons, those too that are started meanwhile; the
/// main thread counts as ended from here on. Once a process: later calls do nothing. RuntimeError
/// in a thread that it would wait for.
void shutdown();
/// RuntimeError once `shutdown` has begun.
void register_atexit(std::function<void()> function);

}  // namespace threading
