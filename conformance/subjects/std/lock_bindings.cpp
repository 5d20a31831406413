#include <atomic>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <semaphore>
#include <vector>

#include "conformance/subjects/std/registry.h"

namespace touchstone::standard {
namespace {

/// What conditions take: a BasicLockable with Python's acquire.
class Lockable {
 public:
  virtual ~Lockable() = default;
  virtual bool acquire(bool blocking, Timeout timeout) = 0;
  virtual void unlock() = 0;
  void lock() { acquire(true, {}); }
};

/// The mutexes that a thread holds. To end before they are unlocked is undefined for them and it.
template <class Mutex>
struct Held {
  std::vector<std::shared_ptr<Mutex>> mutexes;
  ~Held() {
    for (const auto& each : mutexes) each->unlock();
  }
};

template <class Mutex>
class MutexLock : public Lockable {
 public:
  bool acquire(bool blocking, Timeout timeout) override {
    if (std::is_same_v<Mutex, std::timed_mutex> && place() != held_.mutexes.end())
      throw NotOffered("undefined: to lock a std::timed_mutex that this thread holds");
    if (!take(blocking, timeout)) return false;
    held_.mutexes.push_back(mutex_);
    return true;
  }
  void unlock() override {
    if (place() == held_.mutexes.end())
      throw NotOffered("undefined: to unlock a mutex that this thread does not hold");
    held_.mutexes.erase(place());
    mutex_->unlock();
  }

 private:
  auto place() const { return std::ranges::find(held_.mutexes, mutex_); }
  bool take(bool blocking, Timeout timeout) const {
    if (!blocking) return mutex_->try_lock();
    if (timeout) return mutex_->try_lock_for(bounded(*timeout));
    return mutex_->lock(), true;
  }

  static thread_local Held<Mutex> held_;
  const std::shared_ptr<Mutex> mutex_ = std::make_shared<Mutex>();
};

template <class Mutex>
thread_local Held<Mutex> MutexLock<Mutex>::held_;

using Lock = MutexLock<std::timed_mutex>;
using RLock = MutexLock<std::recursive_timed_mutex>;

/// Without its lock a wait is undefined: the unlock in it is refused.
struct Condition : Lockable {
  explicit Condition(const Value& given)
      : lock(given.is_none() ? std::make_shared<RLock>()
                             : native::from_value<std::shared_ptr<Lockable>>(given)) {}
  bool acquire(bool blocking, Timeout timeout) override { return lock->acquire(blocking, timeout); }
  void unlock() override { lock->unlock(); }

  bool wait(Timeout timeout) {
    if (timeout) return changed.wait_for(*lock, bounded(*timeout)) == std::cv_status::no_timeout;
    return changed.wait(*lock), true;
  }
  Value wait_for(const Value& predicate, Timeout timeout) {
    Value last;
    const auto holds = [&] { return native::truth(last = native::call(predicate)); };
    if (timeout)
      changed.wait_for(*lock, bounded(*timeout), holds);
    else
      changed.wait(*lock, holds);
    return last;
  }

  void notify(std::int64_t count) {
    while (count-- > 0) changed.notify_one();
  }

  const std::shared_ptr<Lockable> lock;
  std::condition_variable_any changed;
};

class Semaphore : public Lockable {
 public:
  explicit Semaphore(std::int64_t value) : permits_(checked(value)) {}
  bool acquire(bool blocking, Timeout timeout) override {
    if (!blocking) return permits_.try_acquire();
    if (timeout) return permits_.try_acquire_for(bounded(*timeout));
    return permits_.acquire(), true;
  }
  void unlock() override { release(1); }
  void release(std::int64_t count) { permits_.release(checked(count)); }

 private:
  using Permits = std::counting_semaphore<>;
  std::int64_t checked(std::int64_t count) {
    constexpr std::int64_t most = Permits::max();
    if (count < 0 || count > most || given_.fetch_add(count) > most - count)
      throw NotOffered("undefined: a count of a std::counting_semaphore below 0 or above max()");
    return count;
  }

  std::atomic<std::int64_t> given_ = 0;
  Permits permits_;
};

template <class T>
native::TypeBinder<T> bind_lockable(native::Registry& registry, std::string_view name) {
  native::type_tag<T>().base = &native::type_tag<Lockable>();
  native::type_tag<T>().to_base = [](void* lock) -> void* {
    return static_cast<Lockable*>(static_cast<T*>(lock));
  };
  return registry.type<T>(name, "std.Lockable");
}

}  // namespace

void bind_locks(native::Registry& registry) {
  registry.type<Lockable>("std.Lockable")
      .method("acquire", &Lockable::acquire, arg("blocking", true), arg("timeout", Value()))
      .method("release", &Lockable::unlock)
      .method("__enter__", [](Lockable& self) { return self.acquire(true, {}); })
      .method("__exit__", [](Lockable& self, native::Call&) { self.unlock(); });
  bind_lockable<Lock>(registry, "threading.Lock").constructor<>();
  bind_lockable<RLock>(registry, "threading.RLock").constructor<>();
  bind_lockable<Condition>(registry, "threading.Condition")
      .constructor<Value>(arg("lock", Value()))
      .method("wait", &Condition::wait, arg("timeout", Value()))
      .method("wait_for", &Condition::wait_for, arg("predicate"), arg("timeout", Value()))
      .method("notify", &Condition::notify, arg("n", 1))
      .method("notify_all", [](Condition& condition) { condition.changed.notify_all(); });
  bind_lockable<Semaphore>(registry, "threading.Semaphore")
      .constructor<std::int64_t>(arg("value", 1))
      .method("release", &Semaphore::release, arg("n", 1));
  registry.claims(
      {"threading.lock", "threading.rlock", "threading.condition", "threading.semaphore"});
}

}  // namespace touchstone::standard
