/// What queues raise when a call may not wait, or not long enough.
#pragma once

#include "impl/errors/hierarchy.h"

namespace queue {

struct Empty : errors::Derived<Empty, errors::Exception> {
  static constexpr std::string_view type_name = "queue.Empty";
  using Derived::Derived;
};
struct Full : errors::Derived<Full, errors::Exception> {
  static constexpr std::string_view type_name = "queue.Full";
  using Derived::Derived;
};

}  // namespace queue
