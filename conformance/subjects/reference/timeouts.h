/// Seconds as impl/threading takes them: any real number; where a timeout is optional, None stands
/// for no limit.
#pragma once

#include "conformance/native/convert.h"
#include "impl/threading/deadline.h"

namespace touchstone::native {

template <>
struct Convert<threading::Seconds> {
  static threading::Seconds from(const Value& value) {
    return threading::Seconds(double_from(value));
  }
  static Value to(threading::Seconds seconds) { return seconds.count(); }
};

}  // namespace touchstone::native
