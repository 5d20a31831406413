/// asyncio.wait: lets time pass until some futures are done: all of them, the first, or the first
/// with an error; or until `limit` is over. It neither raises what they raise nor cancels them.
/// One given twice counts once. Errors: ValueError for nothing to wait for. Claims: asyncio.wait.*
#pragma once

#include <algorithm>
#include <iterator>
#include <memory>
#include <memory_resource>
#include <optional>
#include <unordered_set>
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

/// Waits; what is done then is for the caller to see. `futures` are distinct, and the caller keeps
/// them.
Coroutine<> wait_until(std::vector<FutureBase*> futures, TimeLimit limit, ReturnWhen when);

/// Each future once, at its first place.
template <class F>
std::vector<std::shared_ptr<F>> distinct(std::vector<std::shared_ptr<F>> futures) {
  std::pmr::monotonic_buffer_resource memory;
  std::pmr::unordered_set<const FutureBase*> seen(futures.size(), &memory);
  std::erase_if(futures, [&](const auto& future) { return !seen.insert(future.get()).second; });
  return futures;
}

template <class F>
Coroutine<WaitResult<F>> wait(std::vector<std::shared_ptr<F>> futures, TimeLimit limit = {},
                              ReturnWhen when = ReturnWhen::all_completed) {
  futures = distinct(std::move(futures));
  std::vector<FutureBase*> watched;
  std::ranges::transform(futures, std::back_inserter(watched), &std::shared_ptr<F>::get);
  co_await wait_until(std::move(watched), limit, when);
  WaitResult<F> result;
  for (auto& each : futures) {
    auto& side = each->done() ? result.done : result.pending;
    side.push_back(std::move(each));
  }
  co_return result;
}

}  // namespace asyncio
