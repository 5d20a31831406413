/// One run of one scenario over one registry, and what a thread knows while it takes part in it.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <thread>
#include <tuple>
#include <typeindex>
#include <unordered_map>
#include <utility>
#include <vector>

#include "conformance/native/registry.h"
#include "conformance/native/runtime/handled_errors.h"
#include "conformance/native/runtime/heap.h"
#include "conformance/native/runtime/namespace.h"
#include "conformance/trace/run_end.h"

namespace touchstone::native {

class Host;
class Module;
struct Launch;  // scenario_run.h: what a process of the run starts from

/// Owns the run's objects; emptied at its end. Requires a registry and host that outlive it.
class Run {
 public:
  Run(const Registry& registry, Host& host);
  Run(const Run&) = delete;
  Run& operator=(const Run&) = delete;
  ~Run();

  const Registry& registry() const { return registry_; }
  const Language& language() const { return registry_.language; }
  Host& host() const { return host_; }
  Heap& heap() { return heap_; }
  Namespace& globals() { return globals_; }

  std::uint64_t next_serial() { return serials_.fetch_add(1) + 1; }
  std::uint64_t next_task_serial() { return task_serials_.fetch_add(1) + 1; }
  std::uint64_t next_thread_serial() { return thread_serials_.fetch_add(1) + 1; }
  std::uint32_t next_ordinal() { return ordinals_.fetch_add(1) + 1; }

  /// Null where no scenario was started.
  const Launch* launch() const { return launch_; }
  void set_launch(const Launch& launch) { launch_ = &launch; }
  bool virtual_clock() const;
  /// From its end on the run tells nothing more, and finalisers of what it leaves do not run.
  bool is_over() const { return over_.load(); }
  void set_over() { over_ = true; }
  /// On the virtual clock nothing could ever happen again.
  bool was_stuck() const { return stuck_.load(); }
  void set_stuck() { stuck_ = true; }

  /// What the scenario has left behind so far; the registry's bindings count their own.
  Left left() const { return {threads_left(), tasks_left.load(), processes_left.load()}; }
  std::atomic<int> tasks_left{0};
  std::atomic<int> processes_left{0};

  /// False where this activity came to that gate before.
  bool first_passage(std::uint64_t thread, std::uint64_t task, const std::string& gate);
  /// False where this activity's name was told before.
  bool first_naming(std::uint64_t thread, std::uint64_t task);

  /// Keeps a thread that works for the run until the run's end, where it is joined.
  void keep(std::thread thread);

  /// A thread of the scenario: counted as left from before its start to its last act in the run
  /// (threads.h), for which the end of the run waits.
  void thread_begins();
  void thread_ended();
  /// At the end of the run, before it waits for its threads: lets threads end that wait for work.
  void at_end(std::function<void()> let_go);

  /// What a binding keeps for the run: one T, made on first use. It may hold objects of the run.
  template <class T>
  T& state() {
    const std::scoped_lock lock(states_mutex_);
    auto& state = states_[typeid(T)];
    if (!state) state = std::make_shared<T>();
    return *static_cast<T*>(state.get());
  }

  /// What the scenario has set on a module: it hides what the registry has there.
  std::optional<Value> find_in_module(const Module& module, std::string_view name);
  void set_in_module(const Module& module, std::string_view name, Value value);

 private:
  int threads_left() const;
  void end_threads();

  const Registry& registry_;
  Host& host_;
  Heap heap_;
  Namespace globals_;
  std::atomic<std::uint64_t> serials_{0};
  std::atomic<std::uint64_t> thread_serials_{0};
  std::atomic<std::uint64_t> task_serials_{0};
  std::atomic<std::uint32_t> ordinals_{0};
  const Launch* launch_ = nullptr;
  std::atomic<bool> stuck_{false};
  std::atomic<bool> over_{false};
  std::mutex activities_mutex_;
  std::set<std::tuple<std::uint64_t, std::uint64_t, std::string>> passages_;
  std::set<std::pair<std::uint64_t, std::uint64_t>> named_;
  std::vector<std::thread> threads_;
  std::atomic<bool> has_threads_{false};
  mutable std::mutex threads_left_mutex_;
  std::condition_variable thread_ended_;
  int threads_left_ = 0;
  std::vector<std::function<void()>> at_end_;
  std::mutex states_mutex_;
  std::unordered_map<std::type_index, std::shared_ptr<void>> states_;
  std::atomic<bool> modules_changed_{false};
  std::unordered_map<const Module*, Namespace> modules_;
};

/// What the calling thread is doing for a run.
struct ThreadState {
  Run* run = nullptr;
  HandledErrors* handled = nullptr;  ///< of the activation that runs now
  int depth = 0;                     ///< nested calls
  int depth_max = 1000;
  std::uint64_t thread_serial = 0;
  std::uint64_t task_serial = 0;  ///< of the asyncio task that runs now, 0: none
  std::string task_name;          ///< told before the task's first event
  std::string thread_name;  ///< told before the thread's first event outside tasks; empty on the
                            ///< main thread
  std::function<double()>
      virtual_time;  ///< of the loop that runs on this thread by the virtual clock
};

ThreadState& thread_state();
/// Requires that the thread takes part in a run.
Run& current_run();
const Language& language();

/// Makes the calling thread take part in a run; the thread's earlier state comes back at the end.
class RunScope {
 public:
  explicit RunScope(Run& run);
  RunScope(const RunScope&) = delete;
  RunScope& operator=(const RunScope&) = delete;
  ~RunScope();

 private:
  ThreadState before_;
  Heap* heap_before_;
};

/// Counts one nested call; RecursionError beyond the limit.
class DepthGuard {
 public:
  DepthGuard();
  DepthGuard(const DepthGuard&) = delete;
  DepthGuard& operator=(const DepthGuard&) = delete;
  ~DepthGuard() { --thread_state().depth; }
};

}  // namespace touchstone::native
