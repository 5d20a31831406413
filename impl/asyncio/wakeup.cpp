#include "impl/asyncio/wakeup.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>

#include "impl/errors/hierarchy.h"

namespace asyncio {

Wakeup::Wakeup() : descriptor_(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
  if (descriptor_ < 0) errors::raise_os_error(errno);
}

Wakeup::~Wakeup() { close(descriptor_); }

void Wakeup::signal() noexcept {
  const std::uint64_t one = 1;
  while (write(descriptor_, &one, sizeof one) < 0 && errno == EINTR) {
  }
}

void Wakeup::wait(std::optional<std::chrono::nanoseconds> limit) {
  pollfd descriptor{descriptor_, POLLIN, 0};
  timespec timeout{};
  if (limit) {
    timeout.tv_sec = limit->count() / 1'000'000'000;
    timeout.tv_nsec = limit->count() % 1'000'000'000;
  }
  if (ppoll(&descriptor, 1, limit ? &timeout : nullptr, nullptr) < 0 && errno != EINTR) {
    errors::raise_os_error(errno);
  }
  std::uint64_t signals = 0;
  while (read(descriptor_, &signals, sizeof signals) < 0 && errno == EINTR) {
  }
}

}  // namespace asyncio
