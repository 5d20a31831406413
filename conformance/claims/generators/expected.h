/// Traces that several of this chapter's checks expect.
#pragma once

#include "conformance/values/value.h"

namespace touchstone {

/// Three blocks, one entered a pull, left from within; closing again runs nothing.
inline Values clean_up_after(std::int64_t pulls) {
  const Values blocks = {"inner", "middle", "outer"};
  Values order(blocks.end() - pulls, blocks.end());
  order.insert(order.end(), {"closed", "closed again"});
  return order;
}

}  // namespace touchstone
