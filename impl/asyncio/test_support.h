/// What the unit tests of this folder share.
#pragma once

#include <concepts>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "impl/asyncio/run.h"
#include "impl/asyncio/sleep.h"

namespace asyncio {

using Log = std::vector<std::string>;

inline double now() { return Loop::running()->time().count(); }

/// Waits and gives `result`; a negative one is raised as a ValueError.
inline Coroutine<int> after(double delay_s, int result) {
  co_await sleep(Seconds(delay_s));
  if (result < 0) throw errors::ValueError(std::to_string(result));
  co_return result;
}

/// Runs a test's coroutine on a virtual clock, from time 0.
template <class T>
T run_virtually(Coroutine<T> main) {
  return run(std::move(main), virtual_clock());
}

/// The name of the error that `coroutine` raises; "" where it raises none.
template <class T>
Coroutine<std::string> error_of(Coroutine<T> coroutine) {
  try {
    co_await coroutine;
  } catch (const errors::BaseException& error) {
    co_return std::string(error.name());
  }
  co_return std::string();
}

/// A braced list in a coroutine is more than g++ 12 takes.
template <class F, std::same_as<std::shared_ptr<F>>... Rest>
std::vector<std::shared_ptr<F>> list_of(std::shared_ptr<F> first, Rest... rest) {
  return {std::move(first), std::move(rest)...};
}

}  // namespace asyncio
