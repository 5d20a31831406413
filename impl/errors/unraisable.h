/// Errors that nobody can catch, because the code that would is gone: what a cleanup raises while
/// its object is destroyed. Thread safety: both functions from any thread. The default hook writes
/// one line to stderr.
#pragma once

#include <exception>
#include <string_view>

namespace errors {

/// `where` names what was being destroyed. Must not throw.
using UnraisableHook = void (*)(const std::exception_ptr& error, std::string_view where);

/// Returns the hook that was set before.
UnraisableHook set_unraisable_hook(UnraisableHook hook) noexcept;

void report_unraisable(const std::exception_ptr& error, std::string_view where) noexcept;

}  // namespace errors
