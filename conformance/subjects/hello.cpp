#include "conformance/subjects/hello.h"

#include <algorithm>

namespace touchstone {

bool Hello::claims(std::string_view capability) const {
  return std::ranges::find(capabilities, capability) != capabilities.end();
}

}  // namespace touchstone
