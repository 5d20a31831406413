#include "impl/futures/pools.h"

#include <pthread.h>

#include <mutex>
#include <utility>
#include <vector>

namespace futures {
namespace {

class Pools {
 public:
  static Pools& instance() {
    static Pools& pools = *new Pools;
    return pools;
  }

  /// False where the end has begun.
  bool add(const std::shared_ptr<Pool>& pool) {
    const std::lock_guard guard(lock_);
    if (ended_) return false;
    if (pools_.size() == pools_.capacity()) {
      std::erase_if(pools_, [](const auto& each) { return each.expired(); });
    }
    pools_.push_back(pool);
    return true;
  }

 private:
  Pools() {
    try {
      threading::register_atexit([this] { end(); });
    } catch (const errors::RuntimeError&) {
      ended_ = true;
    }
    pthread_atfork([] { instance().lock_.lock(); }, [] { instance().lock_.unlock(); },
                   [] { instance().start_over(); });
  }

  /// In the child of a fork, which has none of the threads that would do the jobs.
  void start_over() {
    pools_.clear();
    lock_.unlock();
  }

  void end() {
    std::vector<std::weak_ptr<Pool>> pools;
    {
      const std::lock_guard guard(lock_);
      ended_ = true;
      pools.swap(pools_);
    }
    for (const auto& each : pools) {
      if (const auto pool = each.lock()) pool->shutdown(true, false);
    }
  }

  threading::Lock lock_;
  bool ended_ = false;
  std::vector<std::weak_ptr<Pool>> pools_;
};

}  // namespace

std::shared_ptr<Pool> make_pool(PoolOptions options) {
  auto pool = std::make_shared<Pool>(std::move(options));
  if (!Pools::instance().add(pool)) pool->refuse_all();
  return pool;
}

}  // namespace futures
