/// Seconds and counts as impl/threading takes them. A timeout is any real number; where it is
/// optional, None stands for no limit. What is beyond the C++ type is as good as its end.
#pragma once

#include <limits>

#include "conformance/native/convert.h"
#include "conformance/native/runtime/integer.h"
#include "impl/threading/deadline.h"

namespace touchstone::reference {

struct Count {
  std::int64_t value;
};

}  // namespace touchstone::reference

namespace touchstone::native {

template <>
struct Convert<threading::Seconds> {
  static threading::Seconds from(const Value& value) {
    return threading::Seconds(is_int(value) ? nearest_double(big_of(value)) : double_from(value));
  }
  static Value to(threading::Seconds seconds) { return seconds.count(); }
};

template <>
struct Convert<reference::Count> {
  static reference::Count from(const Value& value) {
    const mpz_class count = from_value<mpz_class>(value);
    if (count.fits_slong_p()) return {count.get_si()};
    using Limits = std::numeric_limits<std::int64_t>;
    return {count < 0 ? Limits::min() : Limits::max()};
  }
};

}  // namespace touchstone::native
