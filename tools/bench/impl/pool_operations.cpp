// Jobs on a pool of four threads that are there already; an operation is the submission of a job
// and the receipt of its result. Peers: a pool of std::packaged_task on StandardQueue, and
// std::async, which starts a thread for each job.
#include <algorithm>
#include <cstdint>
#include <future>
#include <thread>

#include "impl/futures/thread_pool_executor.h"
#include "tools/bench/impl/operation.h"
#include "tools/bench/impl/standard_queue.h"

namespace touchstone::bench {
namespace {

constexpr std::size_t kWorkers = 4;
constexpr std::size_t kBatch = 64;

class OurPool {
 public:
  ~OurPool() { pool_.shutdown(); }
  auto submit(auto job) { return pool_.submit(std::move(job)); }

 private:
  futures::ThreadPoolExecutor pool_{{.max_workers = kWorkers}};
};

class StandardPool {
 public:
  StandardPool() {
    for (std::size_t i = 0; i < kWorkers; ++i) {
      threads_.emplace_back([this] {
        for (Task task = tasks_.get(); task.valid(); task = tasks_.get()) task();
      });
    }
  }
  ~StandardPool() {
    for (std::size_t i = 0; i < kWorkers; ++i) tasks_.put({});
  }
  auto submit(auto job) {
    Task task(std::move(job));
    auto future = task.get_future();
    tasks_.put(std::move(task));
    return future;
  }

 private:
  using Task = std::packaged_task<std::uint64_t()>;
  StandardQueue<Task> tasks_;
  std::vector<std::jthread> threads_;
};

class Async {
 public:
  auto submit(auto job) { return std::async(std::launch::async, std::move(job)); }
};

std::uint64_t result_of(futures::SharedFuture<std::uint64_t>& future) { return future->result(); }
std::uint64_t result_of(std::future<std::uint64_t>& future) { return future.get(); }

/// `batch` jobs are under way together.
template <class Pool, std::size_t batch>
Nanoseconds submit_and_result(std::size_t count) {
  Pool pool;
  const auto submit = [&](std::uint64_t i) { return pool.submit([i] { return i; }); };
  std::vector<decltype(submit(0))> futures;
  const auto run_batch = [&](std::size_t size) {
    futures.clear();
    for (std::size_t i = 0; i < size; ++i) futures.push_back(submit(i));
    for (auto& future : futures) result_of(future);
  };
  run_batch(kBatch);  // all the threads are there now
  return timed([&] {
    for (std::size_t left = count; left > 0; left -= std::min(left, batch)) {
      run_batch(std::min(left, batch));
    }
  });
}

}  // namespace

std::vector<Operation> pool_operations() {
  return {
      {"pool_one_job", submit_and_result<OurPool, 1>, submit_and_result<StandardPool, 1>},
      {"pool_64_jobs", submit_and_result<OurPool, kBatch>, submit_and_result<StandardPool, kBatch>},
      {"pool_one_job_vs_async", submit_and_result<OurPool, 1>, submit_and_result<Async, 1>},
  };
}

}  // namespace touchstone::bench
