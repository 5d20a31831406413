#include "impl/asyncio/readiness.h"

#include <utility>

namespace asyncio {

HandlePointer Readiness::add(int descriptor, Direction direction, std::function<void()> callback) {
  HandlePointer handle = std::make_shared<ReadinessHandle>(std::move(callback));
  if (const auto former = exchange(descriptor, direction, handle)) former->cancel();
  return handle;
}

bool Readiness::remove(int descriptor, Direction direction) {
  const auto former = exchange(descriptor, direction, nullptr);
  if (former) former->cancel();
  return former != nullptr;
}

void Readiness::clear() {
  for (const auto& [descriptor, watch] : std::exchange(watches_, {})) {
    poller_.watch(descriptor, watch.interest(), {});
    for (const auto& handle : {watch.reading, watch.writing}) {
      if (handle) handle->cancel();
    }
  }
}

HandlePointer Readiness::exchange(int descriptor, Direction direction, HandlePointer handle) {
  const auto found = watches_.find(descriptor);
  Watch watch = found == watches_.end() ? Watch() : found->second;
  const Poller::Interest before = watch.interest();
  HandlePointer former = std::exchange(watch.at(direction), std::move(handle));
  poller_.watch(descriptor, before, watch.interest());
  if (watch.interest() == Poller::Interest()) {
    watches_.erase(descriptor);
  } else {
    watches_[descriptor] = std::move(watch);
  }
  return former;
}

}  // namespace asyncio
