/// What futures and executors raise beyond Python's built-in errors. Another CancelledError and
/// InvalidStateError than asyncio's, with names that tell them apart: this cancellation is an
/// ordinary Exception.
#pragma once

#include "impl/errors/hierarchy.h"

namespace futures {

struct Error : errors::Derived<Error, errors::Exception> {
  static constexpr std::string_view type_name = "concurrent.futures.Error";
  using Derived::Derived;
};
struct CancelledError : errors::Derived<CancelledError, Error> {
  static constexpr std::string_view type_name = "concurrent.futures.CancelledError";
  using Derived::Derived;
};
struct InvalidStateError : errors::Derived<InvalidStateError, Error> {
  static constexpr std::string_view type_name = "concurrent.futures.InvalidStateError";
  using Derived::Derived;
};
/// Python's is the built-in one.
using TimeoutError = errors::TimeoutError;

/// An executor that can run nothing any more.
struct BrokenExecutor : errors::Derived<BrokenExecutor, errors::RuntimeError> {
  static constexpr std::string_view type_name = "concurrent.futures.BrokenExecutor";
  using Derived::Derived;
};
/// The initializer of one of its threads failed.
struct BrokenThreadPool : errors::Derived<BrokenThreadPool, BrokenExecutor> {
  static constexpr std::string_view type_name = "concurrent.futures.thread.BrokenThreadPool";
  using Derived::Derived;
};

}  // namespace futures
