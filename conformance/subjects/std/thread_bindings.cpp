#include <mutex>
#include <thread>

#include "conformance/native/threads.h"
#include "conformance/subjects/std/registry.h"

namespace touchstone::standard {
namespace {

/// A std::thread that begins at `start`. One that is dropped before a join is detached.
class Thread {
 public:
  Thread(Value target, native::Values arguments)
      : target_(std::move(target)), arguments_(std::move(arguments)) {}
  ~Thread() {
    if (thread_.joinable()) thread_.detach();
  }

  /// An error that leaves the target ends the process: std::terminate.
  void start() {
    const std::scoped_lock lock(mutex_);
    if (std::exchange(started_, true)) throw NotOffered("a std::thread begins when it is made");
    if (target_.is_none()) return;
    const auto ticket = std::make_shared<native::ThreadTicket>(native::current_run());
    thread_ = std::thread([ticket, target = target_, arguments = arguments_]() noexcept {
      ticket->take_part("");
      native::call(target, arguments);
    });
  }

  /// Two joins at once are a data race: the first one takes the thread, the other one finds none.
  void join(const Value& timeout) {
    if (!timeout.is_none()) throw NotOffered("std::thread::join takes no limit");
    std::thread taken;
    {
      const std::scoped_lock lock(mutex_);
      if (thread_.get_id() == std::this_thread::get_id())
        throw std::system_error(make_error_code(std::errc::resource_deadlock_would_occur));
      taken = std::move(thread_);
    }
    taken.join();
  }

  bool joinable() const {
    const std::scoped_lock lock(mutex_);
    return thread_.joinable();
  }

 private:
  const Value target_;
  const native::Values arguments_;
  mutable std::mutex mutex_;
  bool started_ = false;
  std::thread thread_;
};

}  // namespace

void bind_threads(native::Registry& registry) {
  registry.type<Thread>("threading.Thread")
      .constructor<Value, native::Values>(native::keyword_arg("target", Value()),
                                          native::keyword_arg("args", native::make_tuple({})))
      .method("start", &Thread::start)
      .method("join", &Thread::join, arg("timeout", Value()))
      .method("is_alive", &Thread::joinable);
  registry.function("time.sleep", [](std::chrono::nanoseconds time) {
    std::this_thread::sleep_for(bounded(time));
  });
  registry.claims({"threading.thread"});
}

}  // namespace touchstone::standard
