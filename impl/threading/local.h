/// Python's threading.local: one value for each thread that asks, made when it first does.
///
/// The value is the thread's alone and is destroyed with the thread, on it, before a join of it
/// returns, or with the Local, whichever comes first. Thread safety: all of it; not while the Local
/// is destroyed. Claims: threading.local.*
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <unordered_map>
#include <utility>

#include "impl/threading/ident.h"
#include "impl/threading/lock.h"
#include "impl/threading/thread_end.h"

namespace threading {

template <class T>
class Local {
 public:
  explicit Local(std::function<T()> initial = [] { return T(); }) : initial_(std::move(initial)) {}

  /// The caller's value.
  T& get() {
    if (T* const own = values_->find()) return *own;
    T& made = values_->add(initial_());
    drop_at_thread_end(values_);
    return made;
  }
  T& operator*() { return get(); }
  T* operator->() { return &get(); }

 private:
  class Values final : public PerThread {
   public:
    T* find() {
      const std::lock_guard guard(lock_);
      const auto found = by_thread_.find(get_ident());
      return found == by_thread_.end() ? nullptr : &found->second;
    }
    T& add(T value) {
      const std::lock_guard guard(lock_);
      return by_thread_.try_emplace(get_ident(), std::move(value)).first->second;
    }
    void drop() noexcept override {
      typename std::unordered_map<Ident, T>::node_type dropped;  // destroyed outside the lock
      const std::lock_guard guard(lock_);
      dropped = by_thread_.extract(get_ident());
    }

   private:
    Lock lock_;
    std::unordered_map<Ident, T> by_thread_;
  };

  const std::function<T()> initial_;
  const std::shared_ptr<Values> values_ = std::make_shared<Values>();
};

}  // namespace threading
