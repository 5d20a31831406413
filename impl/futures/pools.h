/// The pools of the process, for its end: threading::shutdown lets each finish its jobs and ends
/// its threads. In the child of a fork there are none at first. Thread safety: all of it.
#pragma once

#include <memory>

#include "impl/futures/pool.h"

namespace futures {

/// One that is made when the end has begun takes no work.
std::shared_ptr<Pool> make_pool(PoolOptions options);

}  // namespace futures
