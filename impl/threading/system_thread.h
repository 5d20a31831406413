/// Threads of the system, as the `_thread` module offers them: no object, no join; they do not keep
/// a process alive. Claims: threading.lowlevel.*, threading.stack.*
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>

#include "impl/threading/ident.h"

namespace threading {

/// Runs `body`, which must not throw, in a new thread. RuntimeError where the system gives none.
Ident start_system_thread(std::function<void()> body);

/// As above, for any function: what it raises goes to errors::report_unraisable (a SystemExit ends
/// the thread in silence). TypeError for an empty one.
Ident start_new_thread(std::function<void()> function);

/// The stack size of threads that are started from now on, in bytes; 0 is the system's default.
std::size_t stack_size();
/// Sets it and returns what it was. ValueError for a negative size and one that is too small; then
/// nothing changes.
std::size_t stack_size(std::int64_t size);

}  // namespace threading
