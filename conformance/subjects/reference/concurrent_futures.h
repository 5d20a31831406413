/// impl/futures as objects of the scenario, and the parts in which concurrent.futures is bound.
#pragma once

#include <atomic>
#include <optional>
#include <utility>

#include "conformance/native/operations/operations.h"
#include "conformance/native/registry.h"
#include "conformance/subjects/reference/timeouts.h"
#include "impl/futures/future.h"
#include "impl/futures/thread_pool_executor.h"

namespace touchstone::reference {

using native::Value;
/// The payload of a concurrent.futures.Future instance.
using PoolFuture = futures::Future<Value>;

/// A range of impl/, which one thread at a time may step, as an iterator of the scenario: a step
/// during another one is refused, as a generator refuses it.
template <class Range>
class OneAtATime {
 public:
  explicit OneAtATime(Range range) : range_(std::move(range)) {}

  std::optional<typename Range::value_type> next() {
    if (steps_.exchange(true)) throw native::value_error("generator already executing");
    const Step step{steps_};
    return range_.next();
  }

 private:
  struct Step {
    std::atomic<bool>& steps;
    ~Step() { steps = false; }
  };

  std::atomic<bool> steps_{false};
  Range range_;
};

/// A pool whose workers are threads of the run; at the end of the run its jobs that have not begun
/// are cancelled.
std::shared_ptr<futures::ThreadPoolExecutor> pool_of_run(futures::PoolOptions options);

/// A call of the scenario as a pool's job.
struct Job {
  Value function;
  native::Arguments arguments;
  Value operator()();
};
/// `first` positional arguments are for others; then the function and its arguments.
Job job_from(native::Call& call, std::size_t first);

void bind_pool_futures(native::Registry& registry);
void bind_waiting(native::Registry& registry);
void bind_thread_pools(native::Registry& registry);

}  // namespace touchstone::reference
