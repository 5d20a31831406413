/// Python's threading.RLock: its owner may acquire it again and gives it up with as many releases.
///
/// Re-entry costs no atomic read-modify-write. Errors: RuntimeError for a release by a thread that
/// is not the owner, which changes nothing; ValueError and OverflowError as `lock_deadline`.
/// Claims: threading.rlock.*
#pragma once

#include <cstddef>

#include "impl/threading/ident.h"
#include "impl/threading/lock.h"

namespace threading {

class RLock {
 public:
  /// As Lock::acquire; true at once for the owner.
  bool acquire(bool blocking = true, Seconds timeout = unlimited) {
    return lock_until(lock_deadline(blocking, timeout));
  }
  void release() {
    require_owned();
    if (--levels_ == 0) give_up();
  }
  bool owned() const { return owner_.load(std::memory_order_relaxed) == get_ident(); }

  void lock() { lock_until(never); }
  bool try_lock() { return lock_until(passed); }
  void unlock() { release(); }

  /// Gives up all levels at once, for a wait; `restore` takes as many again. The owner alone.
  std::size_t release_all();
  void restore(std::size_t levels);

 private:
  bool lock_until(Deadline deadline) {
    if (!owned()) {
      if (!lock_.lock_until(deadline)) return false;
      owner_.store(get_ident(), std::memory_order_relaxed);
    }
    ++levels_;
    return true;
  }
  void require_owned() const {
    if (!owned()) throw_not_owned();
  }
  void give_up() {
    owner_.store(0, std::memory_order_relaxed);
    lock_.release();
  }
  [[noreturn]] static void throw_not_owned();

  Lock lock_;
  std::atomic<Ident> owner_{0};  ///< only its own value says something to a thread
  std::size_t levels_ = 0;       ///< the owner's
};

}  // namespace threading
