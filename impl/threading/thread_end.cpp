#include "impl/threading/thread_end.h"

#include <vector>

namespace threading {
namespace {

class Owners {
 public:
  ~Owners() {
    while (!owners_.empty()) {  // what is dropped may come again
      const auto owner = owners_.back().lock();
      owners_.pop_back();
      if (owner) owner->drop();
    }
  }

  void add(std::weak_ptr<PerThread> owner) {
    // Before it would grow: a thread that sees many short-lived owners keeps no more than twice
    // those that live.
    if (owners_.size() == owners_.capacity()) {
      std::erase_if(owners_, [](const auto& each) { return each.expired(); });
    }
    owners_.push_back(std::move(owner));
  }

 private:
  std::vector<std::weak_ptr<PerThread>> owners_;
};

/// Made at the thread's first use of it, so gone before whatever the thread had by then.
Owners& owners() {
  thread_local Owners of_thread;
  return of_thread;
}

}  // namespace

void drop_at_thread_end(std::weak_ptr<PerThread> owner) { owners().add(std::move(owner)); }

}  // namespace threading
