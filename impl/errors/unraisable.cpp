#include "impl/errors/unraisable.h"

#include <atomic>
#include <cstdio>

#include "impl/errors/base_exception.h"

namespace errors {
namespace {

void write_to_stderr(const std::exception_ptr& error, std::string_view where) {
  std::fprintf(stderr, "Exception ignored in: %.*s: %s\n", static_cast<int>(where.size()),
               where.data(), describe(error).c_str());
}

std::atomic<UnraisableHook> current_hook{write_to_stderr};

}  // namespace

UnraisableHook set_unraisable_hook(UnraisableHook hook) noexcept {
  return current_hook.exchange(hook);
}

void report_unraisable(const std::exception_ptr& error, std::string_view where) noexcept {
  current_hook.load()(error, where);
}

}  // namespace errors
