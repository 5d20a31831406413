/// functools.reduce: folds an iterable strictly from the left, at once; the accumulator is the
/// function's first argument.
///
/// Without an initial value the first element is the accumulator: n elements make n - 1 calls, one
/// element none, and none at all is a TypeError. With one, n elements make n calls, and an empty
/// iterable gives it back. An error of the function comes out unchanged, and nothing more is
/// pulled. The accumulator's type is that of the initial value, else that of the elements. Claims:
/// functional.reduce.*
#pragma once

#include <functional>
#include <utility>

#include "impl/errors/hierarchy.h"
#include "impl/functional/iterator.h"

namespace functional {

template <class Function, class Iterable, class Accumulator>
Accumulator reduce(Function function, Iterable&& iterable, Accumulator accumulator) {
  auto&& elements = iter(std::forward<Iterable>(iterable));
  while (auto element = elements.next()) {
    accumulator = std::invoke(function, std::move(accumulator), std::move(*element));
  }
  return accumulator;
}

template <class Function, class Iterable>
auto reduce(Function function, Iterable&& iterable) {
  auto&& elements = iter(std::forward<Iterable>(iterable));
  auto first = elements.next();
  if (!first) throw errors::TypeError("reduce() of empty iterable with no initial value");
  return reduce(std::move(function), elements, std::move(*first));
}

}  // namespace functional
