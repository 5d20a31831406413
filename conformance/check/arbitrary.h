/// Generators of inputs that checks pick, shrinking towards the smallest and plainest.
#pragma once

#include <rapidcheck.h>

#include "conformance/values/value.h"

namespace touchstone::arbitrary {

/// Code points without surrogates: plain letters often, and the edges (0, 7f/80, 7ff/800,
/// ffff/10000, 10ffff, combining marks, U+FEFF, line ends).
rc::Gen<Text> text();
rc::Gen<Text> non_empty_text();
/// Letters a..z, at least one: fit for words.
rc::Gen<Text> word();
/// ASCII only, control characters included, may be empty.
rc::Gen<Text> ascii();
/// Any bytes, may be empty.
rc::Gen<Bytes> bytes();
/// An identifier (a name that is no keyword and none of the kit's), all distinct with a vector of a
/// prefix.
rc::Gen<Text> identifier();
/// Integers around zero and around the edges of 8, 32, 53 and 64 bits.
rc::Gen<Integer> integer();
/// Plain data that is hashable: None, truth, integers, text, bytes, tuples of such.
rc::Gen<Value> hashable();
/// Plain data: the same, and lists.
rc::Gen<Value> datum();
/// Lists of `shortest` to `longest` elements.
template <class T>
rc::Gen<std::vector<T>> list_of(rc::Gen<T> element, std::size_t shortest, std::size_t longest) {
  return rc::gen::mapcat(rc::gen::inRange(shortest, longest + 1), [element](std::size_t count) {
    return rc::gen::container<std::vector<T>>(count, element);
  });
}
/// Lists of `shortest` to `longest` integers from `least` to `greatest`.
rc::Gen<std::vector<std::int64_t>> numbers(std::int64_t least, std::int64_t greatest,
                                           std::size_t shortest, std::size_t longest);
/// Lists of `shortest` to `longest` small integers (-100..100).
rc::Gen<std::vector<std::int64_t>> small_integers(std::size_t shortest = 0,
                                                  std::size_t longest = 12);

}  // namespace touchstone::arbitrary
