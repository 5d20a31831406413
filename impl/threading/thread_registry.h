/// The threads of the process: who is listed, who the caller is, whom the end of the process waits
/// for. Lives to the very end of the process, since threads do. Internal to threading.
#pragma once

#include <list>

#include "impl/threading/thread.h"
#include "impl/threading/wait_queue.h"

namespace threading {

class ThreadRegistry {
 public:
  static ThreadRegistry& instance();

  /// A default name: `pattern` is "Thread-" or "Dummy-"; one count for both.
  std::string new_name(const char* pattern);
  const ThreadPointer& main() const { return main_; }
  /// For a caller that was not started here: main, or a new object for it.
  ThreadPointer this_thread();

  /// One that is in the list, or was and has yet to end.
  struct Entry {
    ThreadPointer thread;  ///< null from `leave` on
    std::shared_ptr<Lifetime> lifetime;
    bool daemon;
  };
  using Place = std::list<Entry>::iterator;

  Place enter(ThreadPointer thread);
  void leave(Place place);
  /// After `leave`: the end of the process no longer waits for it.
  void forget(Place place);

  std::vector<ThreadPointer> threads() const;
  /// The main thread counts as ended; waits until no other entry is left but daemons.
  void end_main_and_wait();

  /// Around a fork: nothing changes meanwhile.
  void hold() { lock_.lock(); }
  void let_go() { lock_.unlock(); }
  /// In the child, in place of `let_go`: as in a process that begins, and all others have ended.
  void start_over();

 private:
  ThreadRegistry();

  static ThreadPointer new_main();
  static Entry entry_of(ThreadPointer thread, bool daemon);

  mutable Lock lock_;
  std::list<Entry> entries_;
  WaitQueue forgotten_;
  std::atomic<std::uint64_t> names_{0};
  ThreadPointer main_;
};

}  // namespace threading
