/// Errors that nobody can catch, because the code that would is gone or not concerned: what a
/// cleanup raises while its object is destroyed, or a callback in the thread that happens to run
/// it. Thread safety: both functions from any thread. The default hook writes one line to stderr.
#pragma once

#include <exception>
#include <string_view>

namespace errors {

/// `where` names what raised it. Must not throw.
using UnraisableHook = void (*)(const std::exception_ptr& error, std::string_view where);

/// Returns the hook that was set before.
UnraisableHook set_unraisable_hook(UnraisableHook hook) noexcept;

void report_unraisable(const std::exception_ptr& error, std::string_view where) noexcept;

}  // namespace errors
