#include "impl/threading/thread.h"

#include <pthread.h>

#include <mutex>

#include "impl/errors/hierarchy.h"
#include "impl/threading/excepthook.h"
#include "impl/threading/system_thread.h"
#include "impl/threading/thread_registry.h"

namespace threading {
namespace {

using Place = ThreadRegistry::Place;

/// What the calling thread is. In a thread that is started here it is made first, and so goes last:
/// after the other thread-local objects of the thread, the end that a join waits for comes with it.
struct Current {
  ThreadPointer thread;
  std::optional<Place> adopted;        ///< where the thread was not started here
  std::shared_ptr<Lifetime> lifetime;  ///< where it was
  Place place;

  Current() = default;
  Current(const Current&) = delete;
  Current& operator=(const Current&) = delete;
  ~Current() {
    auto& registry = ThreadRegistry::instance();
    if (adopted) {
      registry.leave(*adopted);
      registry.forget(*adopted);
    }
    if (!lifetime) return;
    lifetime->end();
    registry.forget(place);
  }
};

thread_local Current current;

void run_started(ThreadPointer thread, std::shared_ptr<Lifetime> lifetime, Place place) {
  current.thread = std::move(thread);
  current.lifetime = std::move(lifetime);
  current.place = place;
  current.lifetime->arrive();
  try {
    current.thread->run();
  } catch (...) {
    report_uncaught(std::current_exception(), current.thread);
  }
  if (current.lifetime) ThreadRegistry::instance().leave(place);  // else it has become main
  current.thread.reset();
}

void become_main() {
  ThreadRegistry::instance().start_over();
  current.thread = main_thread();
  current.adopted.reset();
  current.lifetime.reset();
}

[[maybe_unused]] const int fork_is_told =
    pthread_atfork([] { ThreadRegistry::instance().hold(); },
                   [] { ThreadRegistry::instance().let_go(); }, become_main);

std::string default_name(const std::string& target_name) {
  std::string name = ThreadRegistry::instance().new_name("Thread-");
  return target_name.empty() ? name : name + " (" + target_name + ")";
}

}  // namespace

Thread::Thread(std::function<void()> target, ThreadOptions options)
    : name_(options.name.empty() ? default_name(options.target_name) : std::move(options.name)),
      daemon_(options.daemon ? *options.daemon : current_thread()->daemon()),
      target_(std::move(target)) {}

Thread::Thread(Origin origin, std::string name)
    : origin_(origin), name_(std::move(name)), daemon_(origin == Origin::foreign) {
  lifetime_->begin();
  lifetime_->arrive();
}

void Thread::start() {
  const ThreadPointer self = weak_from_this().lock();
  if (!self) {
    throw errors::RuntimeError("a Thread is held by a shared_ptr: make it with std::make_shared");
  }
  if (!lifetime_->begin())
    throw errors::RuntimeError("threads can only be started once: make a new one");
  auto& registry = ThreadRegistry::instance();
  const Place place = registry.enter(self);
  try {
    start_system_thread([self, lifetime = lifetime_, place]() mutable {
      run_started(std::move(self), std::move(lifetime), place);
    });
  } catch (...) {
    registry.leave(place);
    registry.forget(place);
    lifetime_->take_back();
    throw;
  }
}

void Thread::run() {
  if (has_run_.exchange(true)) {
    throw errors::AttributeError("'Thread' object has no target any more: it has run");
  }
  const auto target = std::exchange(target_, nullptr);
  if (target) target();
}

void Thread::join(Timeout timeout) {
  if (!lifetime_->started()) {
    throw errors::RuntimeError("cannot join thread before it is started: call start first");
  }
  if (current_thread().get() == this)
    throw errors::RuntimeError("cannot join current thread: it would never end");
  if (origin_ == Origin::foreign) {
    throw errors::RuntimeError("cannot join a thread that was not started by threading");
  }
  if (is_alive()) lifetime_->wait_for_end(deadline_after(timeout));
}

std::string Thread::name() const {
  const std::lock_guard guard(name_lock_);
  return name_;
}

void Thread::set_name(std::string name) {
  const std::lock_guard guard(name_lock_);
  name_ = std::move(name);
}

void Thread::set_daemon(bool daemon) {
  if (lifetime_->started()) {
    throw errors::RuntimeError("cannot set daemon status of active thread: set it before start");
  }
  daemon_ = daemon;
}

ThreadPointer current_thread() {
  if (current.thread) return current.thread;
  auto& registry = ThreadRegistry::instance();
  current.thread = registry.this_thread();
  if (current.thread != registry.main()) current.adopted = registry.enter(current.thread);
  return current.thread;
}

ThreadPointer main_thread() { return ThreadRegistry::instance().main(); }

std::vector<ThreadPointer> enumerate() { return ThreadRegistry::instance().threads(); }

std::size_t active_count() { return enumerate().size(); }

}  // namespace threading
