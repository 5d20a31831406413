#include "impl/threading/thread_registry.h"

#include <algorithm>
#include <mutex>

namespace threading {
namespace {

/// Made on the thread that starts the process, so that main is main.
[[maybe_unused]] const ThreadRegistry& at_start = ThreadRegistry::instance();

}  // namespace

ThreadRegistry& ThreadRegistry::instance() {
  static ThreadRegistry& registry = *new ThreadRegistry;
  return registry;
}

ThreadPointer ThreadRegistry::new_main() {
  return ThreadPointer(new Thread(Thread::Origin::main, "MainThread"));
}

ThreadRegistry::Entry ThreadRegistry::entry_of(ThreadPointer thread, bool daemon) {
  auto lifetime = thread->lifetime_;
  return {std::move(thread), std::move(lifetime), daemon};
}

ThreadRegistry::ThreadRegistry() : main_(new_main()) {
  entries_.push_back(entry_of(main_, /*daemon=*/true));  // nobody waits for main
}

std::string ThreadRegistry::new_name(const char* pattern) {
  return pattern + std::to_string(names_.fetch_add(1, std::memory_order_relaxed) + 1);
}

ThreadPointer ThreadRegistry::this_thread() {
  if (main_->ident() == get_ident()) return main_;
  return ThreadPointer(new Thread(Thread::Origin::foreign, new_name("Dummy-")));
}

ThreadRegistry::Place ThreadRegistry::enter(ThreadPointer thread) {
  const bool daemon = thread->daemon();
  const std::lock_guard guard(lock_);
  return entries_.insert(entries_.end(), entry_of(std::move(thread), daemon));
}

void ThreadRegistry::leave(Place place) {
  ThreadPointer left;  // let go outside the lock: it may be the last
  const std::lock_guard guard(lock_);
  left = std::move(place->thread);
}

void ThreadRegistry::forget(Place place) {
  WaitQueue::Wakeups wakeups;
  const std::lock_guard guard(lock_);
  entries_.erase(place);
  wakeups = forgotten_.take();
}

std::vector<ThreadPointer> ThreadRegistry::threads() const {
  std::vector<ThreadPointer> listed;
  const std::lock_guard guard(lock_);
  for (const Entry& entry : entries_) {
    if (entry.thread) listed.push_back(entry.thread);
  }
  return listed;
}

void ThreadRegistry::end_main_and_wait() {
  main_->lifetime_->end();
  const std::lock_guard guard(lock_);
  forgotten_.wait_until(lock_, [this] {
    return std::ranges::all_of(entries_, [](const Entry& entry) { return entry.daemon; });
  });
}

void ThreadRegistry::start_over() {
  for (const Entry& entry : entries_) entry.lifetime->end();
  static_cast<void>(forgotten_.take());
  main_ = new_main();
  names_ = 0;
  entries_.clear();
  entries_.push_back(entry_of(main_, /*daemon=*/true));
  lock_.unlock();
}

}  // namespace threading
