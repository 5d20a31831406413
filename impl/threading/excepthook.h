/// Where an error goes that ends a thread: one call of the hook, in that thread. The default writes
/// the thread's name and the error to stderr; a SystemExit is silent. Thread safety: all of it.
/// Claims: threading.thread.exception-reported
#pragma once

#include <exception>
#include <memory>

namespace threading {

class Thread;

using ExceptHook = void (*)(const std::exception_ptr& error, const std::shared_ptr<Thread>& thread);

/// Returns the hook that was set before; the process has one. What a hook raises is written to
/// stderr.
ExceptHook set_excepthook(ExceptHook hook) noexcept;

void report_uncaught(const std::exception_ptr& error,
                     const std::shared_ptr<Thread>& thread) noexcept;

}  // namespace threading
