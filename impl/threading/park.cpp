#include "impl/threading/park.h"

#include <linux/futex.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <climits>

namespace threading {
namespace {

static_assert(sizeof(ParkWord) == 4 && ParkWord::is_always_lock_free);

long futex(const ParkWord* word, int operation, std::uint32_t value, const timespec* until) {
  return syscall(SYS_futex, word, operation | FUTEX_PRIVATE_FLAG, value, until, nullptr,
                 FUTEX_BITSET_MATCH_ANY);
}

}  // namespace

void park(const ParkWord& word, std::uint32_t expected) noexcept {
  futex(&word, FUTEX_WAIT_BITSET, expected, nullptr);
}

bool park_until(const ParkWord& word, std::uint32_t expected, Deadline deadline) noexcept {
  if (deadline == never) {
    park(word, expected);
    return true;
  }
  const auto since_boot = deadline.time_since_epoch();
  if (since_boot <= since_boot.zero()) return false;
  const auto seconds = std::chrono::floor<std::chrono::seconds>(since_boot);
  const timespec until{seconds.count(), (since_boot - seconds).count()};
  return futex(&word, FUTEX_WAIT_BITSET, expected, &until) == 0 || errno != ETIMEDOUT;
}

void unpark_one(const ParkWord* word) noexcept { futex(word, FUTEX_WAKE, 1, nullptr); }

void unpark_all(const ParkWord* word) noexcept { futex(word, FUTEX_WAKE, INT_MAX, nullptr); }

}  // namespace threading
