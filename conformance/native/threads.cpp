#include "conformance/native/threads.h"

#include <optional>
#include <utility>

#include "conformance/native/interpreter/frame_memory.h"
#include "conformance/native/runtime/collections.h"

namespace touchstone::native {
namespace {

/// Makes the thread-local stores that running and dropping use: what is there before a thread-local
/// object goes after it.
void make_stores_of_thread() {
  give_frame(take_frame(1), 1);
  make_tuple({});
}

/// Lives in thread-local storage.
class Membership {
 public:
  Membership(Run& run, std::string name, std::function<void()> at_end)
      : run_(run), scope_(std::in_place, run), at_end_(std::move(at_end)) {
    make_stores_of_thread();
    thread_state().thread_name = std::move(name);
  }
  Membership(const Membership&) = delete;
  Membership& operator=(const Membership&) = delete;
  ~Membership() {
    if (at_end_) std::exchange(at_end_, nullptr)();
    scope_.reset();
    run_.thread_ended();
  }

 private:
  Run& run_;
  std::optional<RunScope> scope_;
  std::function<void()> at_end_;
};

}  // namespace

void ThreadTicket::take_part(std::string name, std::function<void()> at_end) {
  used_ = true;
  thread_local const Membership membership(run_, std::move(name), std::move(at_end));
}

}  // namespace touchstone::native
