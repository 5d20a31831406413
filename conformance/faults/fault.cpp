#include "conformance/faults/fault.h"

#include <algorithm>
#include <stdexcept>

namespace touchstone {
namespace {

std::vector<Fault>& registered() {
  static std::vector<Fault> faults;
  return faults;
}

auto position(std::string_view name) {
  return std::ranges::lower_bound(registered(), name, {}, &Fault::name);
}

}  // namespace

Faults::Faults(std::initializer_list<Fault> faults) {
  for (const Fault& fault : faults) {
    const auto at = position(fault.name);
    if (at != registered().end() && at->name == fault.name)
      throw std::logic_error("two faults are named " + fault.name);
    registered().insert(at, fault);
  }
}

std::span<const Fault> all_faults() { return registered(); }

const Fault* find_fault(std::string_view name) {
  const auto at = position(name);
  return at != registered().end() && at->name == name ? &*at : nullptr;
}

}  // namespace touchstone
