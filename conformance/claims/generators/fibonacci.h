/// The generator of Fibonacci numbers in both forms, as scenario text, and its numbers by a
/// recurrence of the checks' own.
#pragma once

#include <string>

#include "conformance/claims/claims.h"

namespace touchstone {

/// Scenario text that begins with counted(n), over a range, and countdown(n).
inline std::string with_fibonacci(const char* rest) {
  return std::string(R"(
       def counted(n):
           a, b = 0, 1
           for _ in range(n):
               yield a
               a, b = b, a + b
       def countdown(n):
           a, b = 0, 1
           while n > 0:
               yield a
               a, b = b, a + b
               n -= 1
)") + rest;
}

/// The first `count` numbers, exact; none for a count below one.
inline Values fibonacci_numbers(std::int64_t count) {
  Values numbers;
  Integer term = 0, next = 1;
  for (std::int64_t i = 0; i < count; ++i) {
    numbers.emplace_back(term);
    const Integer after = term + next;
    term = next;
    next = after;
  }
  return numbers;
}

}  // namespace touchstone
