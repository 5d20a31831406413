#include "conformance/native/runtime/value.h"

#include <vector>

namespace touchstone::native {
namespace {

constexpr int nested_drops_max = 100;
thread_local int nested_drops = 0;

std::vector<Object*>& postponed_drops() {
  thread_local std::vector<Object*> objects;
  return objects;
}

}  // namespace

// A chain of a million objects must not need a million native frames: beyond a depth, drops wait
// for the outermost one.
void Object::drop() noexcept {
  if (nested_drops >= nested_drops_max) {
    postponed_drops().push_back(this);
    return;
  }
  ++nested_drops;
  destroy();
  while (nested_drops == 1 && !postponed_drops().empty()) {
    Object* next = postponed_drops().back();
    postponed_drops().pop_back();
    next->destroy();
  }
  --nested_drops;
}

void Object::destroy() noexcept {
  references_.store(1, std::memory_order_relaxed);
  finalise();
  if (references_.fetch_sub(1, std::memory_order_acq_rel) == 1) delete this;
}

}  // namespace touchstone::native
