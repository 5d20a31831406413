/// The identifier by which a running thread knows itself: not zero, unique among live threads, used
/// again after a thread's end.
#pragma once

#include <pthread.h>

#include <cstdint>

namespace threading {

using Ident = std::uintptr_t;

inline Ident get_ident() noexcept { return static_cast<Ident>(pthread_self()); }

}  // namespace threading
