/// Python's map: a lazy, single-pass iterator of f(a, b, ...) over one or more sources.
///
/// Making one calls nothing and pulls nothing. Each `next` pulls the sources from left to right and
/// stops at the first that has ended, so that what was taken from those before it is lost and those
/// after it are not touched; then it calls the function exactly once, for that row. It ends with
/// the shortest source. No read-ahead, no copy of a source. Errors: what the function raises comes
/// out of that `next`, and the following one goes on with the following row; a StopIteration from
/// the function ends this pass without an error. What a source raises comes out likewise. Claims:
/// functional.map.*
#pragma once

#include <algorithm>
#include <functional>
#include <optional>
#include <tuple>
#include <utility>
#include <vector>

#include "impl/errors/hierarchy.h"
#include "impl/functional/iterator.h"
#include "impl/functional/pull_range.h"

namespace functional {

/// Sources of one type, as many as there are at run time; a row is a vector.
template <Iterator Source>
class SourceList {
 public:
  using Row = std::vector<element_t<Source>>;

  explicit SourceList(std::vector<Source> sources) : sources_(std::move(sources)) {}

  /// Offers the sources from left to right to `pull`, until it refuses; true where it refused none.
  bool all_of(auto pull, Row& row) {
    row.reserve(sources_.size());
    return std::ranges::all_of(sources_, [&](Source& source) {
      return pull(source,
                  [&](auto&& value) { row.push_back(std::forward<decltype(value)>(value)); });
    });
  }
  static decltype(auto) call(auto& function, Row row) {
    return std::invoke(function, std::move(row));
  }

 private:
  std::vector<Source> sources_;
};

/// Sources of their own types; a row is the arguments of a call. An lvalue iterator is referred to.
template <class... Sources>
class SourceTuple {
 public:
  using Row = std::tuple<std::optional<element_t<Sources>>...>;

  explicit SourceTuple(Sources&&... sources) : sources_(std::forward<Sources>(sources)...) {}

  bool all_of(auto pull, Row& row) {
    return all_of(pull, row, std::index_sequence_for<Sources...>());
  }
  static decltype(auto) call(auto& function, Row row) {
    return std::apply(
        [&](auto&&... values) -> decltype(auto) {
          return std::invoke(function, std::move(*values)...);
        },
        std::move(row));
  }

 private:
  template <std::size_t... I>
  bool all_of(auto& pull, Row& row, std::index_sequence<I...>) {
    return (pull(std::get<I>(sources_),
                 [&](auto&& value) { std::get<I>(row) = std::forward<decltype(value)>(value); }) &&
            ...);
  }

  std::tuple<Sources...> sources_;
};

template <class Function, class Sources>
class Map : public PullRange<Map<Function, Sources>> {
 public:
  using value_type = std::decay_t<decltype(Sources::call(std::declval<Function&>(),
                                                         std::declval<typename Sources::Row>()))>;

  Map(Function function, Sources sources)
      : function_(std::move(function)), sources_(std::move(sources)) {}

  std::optional<value_type> next() {
    typename Sources::Row row;
    const auto pull = [](auto& source, auto put) {
      auto element = source.next();
      if (!element) return false;
      put(std::move(*element));
      return true;
    };
    if (!sources_.all_of(pull, row)) return std::nullopt;
    return call(std::move(row));
  }

 private:
  std::optional<value_type> call(typename Sources::Row row) try {
    return Sources::call(function_, std::move(row));
  } catch (const errors::BaseException& error) {
    if (error.is("StopIteration")) return std::nullopt;
    throw;
  }

  Function function_;
  Sources sources_;
};

/// map(f, iterators) where the number of sources is known at run time: f takes the row as a vector.
/// Requires at least one source: else a TypeError.
template <class Function, Iterator Source>
auto map(Function function, std::vector<Source> sources) {
  if (sources.empty()) throw errors::TypeError("map() must have at least two arguments.");
  return Map(std::move(function), SourceList<Source>(std::move(sources)));
}

/// map(f, a, b, ...) over ranges and iterators of any types: f takes one argument of each. Lvalues
/// are referred to.
template <class Function, class... Iterables>
  requires(sizeof...(Iterables) > 0 &&
           std::invocable<Function&, element_t<decltype(iter(std::declval<Iterables>()))>...>)
auto map(Function function, Iterables&&... iterables) {
  using Sources = SourceTuple<decltype(iter(std::forward<Iterables>(iterables)))...>;
  return Map(std::move(function), Sources(iter(std::forward<Iterables>(iterables))...));
}

}  // namespace functional
