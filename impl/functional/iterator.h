/// Iterators as Python has them: one operation, `next`, which gives a value or the end; and how a
/// C++ range becomes one. Anything with such a `next` serves, a generator of impl/generators and a
/// type-erased iterator of an interpreter too.
#pragma once

#include <concepts>
#include <iterator>
#include <memory>
#include <optional>
#include <ranges>
#include <type_traits>
#include <utility>

namespace functional {

/// `next()` gives something that converts to bool and, where true, dereferences to the value:
/// std::optional or alike.
template <class T>
concept Iterator = requires(T& iterator) {
  static_cast<bool>(iterator.next());
  *iterator.next();
};

template <Iterator I>
using element_t = std::remove_cvref_t<decltype(*std::declval<I&>().next())>;

/// The iterator over a range that it refers to, or owns where it was made from an rvalue. Reads the
/// range at each pull: what is appended before the end is seen, after the end nothing is. (Indexes
/// where it can, as growth moves a vector.)
template <std::ranges::input_range Range>
class RangeIterator {
 public:
  using value_type = std::ranges::range_value_t<Range>;

  explicit RangeIterator(Range range) : range_(std::move(range)) {}

  std::optional<value_type> next() {
    if (ended_) return std::nullopt;
    std::optional<value_type> element = read();
    ended_ = !element;
    return element;
  }

 private:
  static constexpr bool indexed =
      std::ranges::random_access_range<Range> && std::ranges::sized_range<Range>;
  using Position = std::conditional_t<indexed, std::ranges::range_difference_t<Range>,
                                      std::optional<std::ranges::iterator_t<Range>>>;

  std::optional<value_type> read() {
    if constexpr (indexed) {
      if (position_ >= static_cast<Position>(std::ranges::size(range_))) return std::nullopt;
      return std::ranges::begin(range_)[position_++];
    } else {
      // Steps only when the next one is asked for: what follows the last one may come later.
      auto& here = position_ ? ++*position_ : position_.emplace(std::ranges::begin(range_));
      if (here == std::ranges::end(range_)) return std::nullopt;
      return *here;
    }
  }

  Range range_;
  Position position_{};
  bool ended_ = false;
};

/// Python's `iter`: an iterator is its own, taken over or referred to; a range gets a
/// RangeIterator.
template <Iterator I>
I iter(I&& iterator) {
  return std::forward<I>(iterator);
}
template <std::ranges::viewable_range R>
  requires(!Iterator<std::remove_reference_t<R>>)
auto iter(R&& range) {
  return RangeIterator<std::views::all_t<R>>(std::views::all(std::forward<R>(range)));
}

}  // namespace functional
