#include "impl/threading/excepthook.h"

#include <atomic>
#include <cstdio>

#include "impl/errors/base_exception.h"
#include "impl/threading/thread.h"

namespace threading {
namespace {

void write_to_stderr(const std::exception_ptr& error, const std::shared_ptr<Thread>& thread) {
  if (errors::matches(error, "SystemExit")) return;
  std::fprintf(stderr, "Exception in thread %s:\n%s\n", thread->name().c_str(),
               errors::describe(error).c_str());
}

std::atomic<ExceptHook> current_hook{write_to_stderr};

}  // namespace

ExceptHook set_excepthook(ExceptHook hook) noexcept { return current_hook.exchange(hook); }

void report_uncaught(const std::exception_ptr& error,
                     const std::shared_ptr<Thread>& thread) noexcept {
  try {
    current_hook.load()(error, thread);
  } catch (...) {
    std::fprintf(stderr, "Exception in threading.excepthook:\n%s\n",
                 errors::describe(std::current_exception()).c_str());
  }
}

}  // namespace threading
