#include "conformance/subjects/stop_all.h"

#include <sys/socket.h>

#include <array>
#include <atomic>
#include <stdexcept>

namespace touchstone {
namespace {

constexpr int vacant = -1;
constexpr std::size_t most_subjects = 256;

struct Slot {
  std::atomic<int> fd{vacant};
};
std::array<Slot, most_subjects> slots;
std::atomic<bool> stopped{false};
static_assert(std::atomic<int>::is_always_lock_free, "stop_all runs in signal handlers");

}  // namespace

void stop_all() {
  stopped = true;
  for (Slot& slot : slots) {
    const int fd = slot.fd;
    if (fd != vacant) shutdown(fd, SHUT_RDWR);
  }
}

bool all_stopped() { return stopped; }

void enlist_control(int fd) {
  for (Slot& slot : slots) {
    int expected = vacant;
    if (slot.fd.compare_exchange_strong(expected, fd)) return;
  }
  throw std::runtime_error("more than 256 subjects run in one process");
}

void dismiss_control(int fd) {
  for (Slot& slot : slots) {
    int expected = fd;
    if (slot.fd.compare_exchange_strong(expected, vacant)) return;
  }
}

}  // namespace touchstone
