/// What reads of a stream raise beyond Python's built-in errors.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "impl/errors/hierarchy.h"

namespace asyncio {

/// The stream ended too early; an EOFError.
struct IncompleteReadError : errors::Derived<IncompleteReadError, errors::Exception> {
  static constexpr std::string_view type_name = "asyncio.IncompleteReadError";
  /// `expected`: how many bytes; none where that was not known.
  IncompleteReadError(std::string partial, std::optional<std::size_t> expected)
      : Derived(std::to_string(partial.size()) + " bytes read on a total of " +
                (expected ? std::to_string(*expected) : "undefined") + " expected bytes"),
        partial(std::move(partial)),
        expected(expected) {}
  bool is(std::string_view type) const noexcept override {
    return type == "EOFError" || Derived::is(type);
  }

  std::string partial;
  std::optional<std::size_t> expected;
};

/// No separator within the limit.
struct LimitOverrunError : errors::Derived<LimitOverrunError, errors::Exception> {
  static constexpr std::string_view type_name = "asyncio.LimitOverrunError";
  /// `consumed`: how many bytes are to be taken from the stream to get beyond.
  LimitOverrunError(std::string message, std::size_t consumed)
      : Derived(std::move(message)), consumed(consumed) {}

  std::size_t consumed;
};

}  // namespace asyncio
