/// asyncio.wait: lets time pass until some futures are done: all of them, the first, or the first
/// with an error; or until `limit` is over. It neither raises what they raise nor cancels them.
/// One given twice counts once. Errors: ValueError for nothing to wait for. Claims: asyncio.wait.*
#pragma once

#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "impl/asyncio/coroutine.h"
#include "impl/asyncio/future.h"

namespace asyncio {

enum class ReturnWhen { all_completed, first_completed, first_exception };

/// None: without limit.
using TimeLimit = std::optional<Seconds>;

/// Both in the order in which they were given.
template <class F>
struct WaitResult {
  std::vector<std::shared_ptr<F>> done;
  std::vector<std::shared_ptr<F>> pending;
};

/// Waits; what is done then is for the caller to see. `futures` are distinct.
Coroutine<> wait_until(std::vector<FuturePointer> futures, TimeLimit limit, ReturnWhen when);
/// Drops repetitions.
std::vector<FuturePointer> distinct(const std::vector<FuturePointer>& futures);

template <class F>
Coroutine<WaitResult<F>> wait(std::vector<std::shared_ptr<F>> futures, TimeLimit limit = {},
                              ReturnWhen when = ReturnWhen::all_completed) {
  const auto all = distinct(std::vector<FuturePointer>(futures.begin(), futures.end()));
  co_await wait_until(all, limit, when);
  WaitResult<F> result;
  for (const auto& each : all) {
    auto& side = each->done() ? result.done : result.pending;
    side.push_back(std::static_pointer_cast<F>(each));
  }
  co_return result;
}

}  // namespace asyncio
