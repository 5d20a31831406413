#include "conformance/native/runtime/heap.h"

#include <mutex>
#include <utility>
#include <vector>

namespace touchstone::native {
namespace {

thread_local Heap* current_heap = nullptr;

}  // namespace

Container::Container(Kind kind) : Object(kind), heap_(current_heap) {
  if (heap_ != nullptr) heap_->link(this);
}

Container::~Container() {
  if (heap_ != nullptr) heap_->unlink(this);
}

Heap* Heap::current() { return current_heap; }
Heap* Heap::set_current(Heap* heap) { return std::exchange(current_heap, heap); }

void Heap::link(Container* container) {
  const std::scoped_lock lock(lock_);
  container->next_ = first_;
  if (first_ != nullptr) first_->previous_ = container;
  first_ = container;
}

void Heap::unlink(Container* container) {
  const std::scoped_lock lock(lock_);
  if (container->next_ != nullptr) container->next_->previous_ = container->previous_;
  if (container->previous_ != nullptr)
    container->previous_->next_ = container->next_;
  else
    first_ = container->next_;
}

void Heap::clear() {
  std::vector<Ref<Container>> left;
  {
    const std::scoped_lock lock(lock_);
    for (Container* each = first_; each != nullptr; each = each->next_) left.emplace_back(each);
  }
  for (const Ref<Container>& each : left) each->clear();
}

Heap::~Heap() {
  const std::scoped_lock lock(lock_);
  while (first_ != nullptr) {
    first_->heap_ = nullptr;
    first_ = first_->next_;
  }
}

}  // namespace touchstone::native
