#include <algorithm>
#include <mutex>
#include <ranges>
#include <utility>

#include "impl/errors/hierarchy.h"
#include "impl/errors/unraisable.h"
#include "impl/threading/thread_registry.h"

namespace threading {
namespace {

using Functions = std::vector<std::function<void()>>;

class AtExit {
 public:
  static AtExit& instance() {
    static AtExit& at_exit = *new AtExit;
    return at_exit;
  }

  void add(std::function<void()> function) {
    const std::lock_guard guard(lock_);
    if (begun_) throw errors::RuntimeError("can't register atexit after shutdown");
    functions_.push_back(std::move(function));
  }

  /// None but for the first caller.
  std::optional<Functions> begin() {
    const std::lock_guard guard(lock_);
    if (std::exchange(begun_, true)) return std::nullopt;
    return std::move(functions_);
  }

 private:
  Lock lock_;
  bool begun_ = false;
  Functions functions_;
};

void run_contained(const std::function<void()>& function) {
  try {
    function();
  } catch (...) {
    errors::report_unraisable(std::current_exception(), "function registered at exit");
  }
}

}  // namespace

void register_atexit(std::function<void()> function) {
  AtExit::instance().add(std::move(function));
}

void shutdown() {
  const ThreadPointer self = current_thread();
  if (self != main_thread() && !self->daemon()) {
    throw errors::RuntimeError("shutdown waits for this thread: call it on the main thread");
  }
  const auto functions = AtExit::instance().begin();
  if (!functions) return;
  std::ranges::for_each(std::views::reverse(*functions), run_contained);
  ThreadRegistry::instance().end_main_and_wait();
}

}  // namespace threading
