#include "conformance/native/run.h"

#include <stdexcept>

#include "conformance/native/builtins/builtins.h"
#include "conformance/native/kit/program_process.h"
#include "conformance/native/runtime/exception.h"
#include "conformance/native/scenario_run.h"

namespace touchstone::native {

ThreadState& thread_state() {
  thread_local ThreadState state;
  return state;
}

Run& current_run() {
  Run* run = thread_state().run;
  if (run == nullptr)
    throw std::logic_error("this thread takes part in no run: open a RunScope first");
  return *run;
}

const Language& language() { return current_run().language(); }

Run::Run(const Registry& registry, Host& host) : registry_(registry), host_(host) {
  builtin_names();  // the built-in types have no methods before
}

Run::~Run() {
  for (std::thread& each : threads_) each.join();
  const RunScope scope(*this);  // finalisers may run scenario code to the very end
  end_threads();
  states_.clear();
  modules_.clear();
  globals_.clear();
  heap_.clear();
}

bool Run::virtual_clock() const { return launch_ != nullptr && launch_->options.virtual_clock; }

bool Run::first_passage(std::uint64_t thread, std::uint64_t task, const std::string& gate) {
  const std::scoped_lock lock(activities_mutex_);
  return passages_.emplace(thread, task, gate).second;
}

bool Run::first_naming(std::uint64_t thread, std::uint64_t task) {
  const std::scoped_lock lock(activities_mutex_);
  return named_.emplace(thread, task).second;
}

void Run::keep(std::thread thread) {
  const std::scoped_lock lock(activities_mutex_);
  threads_.push_back(std::move(thread));
}

void Run::thread_begins() {
  if (!has_threads_.exchange(true)) prepare_programs(*this);
  const std::scoped_lock lock(threads_left_mutex_);
  ++threads_left_;
}

void Run::thread_ended() {
  const std::scoped_lock lock(threads_left_mutex_);
  if (--threads_left_ == 0) thread_ended_.notify_all();  // under the lock: the run may go next
}

int Run::threads_left() const {
  const std::scoped_lock lock(threads_left_mutex_);
  return threads_left_;
}

void Run::at_end(std::function<void()> let_go) {
  const std::scoped_lock lock(threads_left_mutex_);
  at_end_.push_back(std::move(let_go));
}

void Run::end_threads() {
  std::unique_lock lock(threads_left_mutex_);
  const auto let_go = std::exchange(at_end_, {});
  lock.unlock();
  for (const auto& each : let_go) each();
  lock.lock();
  thread_ended_.wait(lock, [this] { return threads_left_ == 0; });
}

std::optional<Value> Run::find_in_module(const Module& module, std::string_view name) {
  if (!modules_changed_.load(std::memory_order_acquire)) return std::nullopt;
  const std::scoped_lock lock(states_mutex_);
  const auto found = modules_.find(&module);
  return found == modules_.end() ? std::nullopt : found->second.find(name);
}

void Run::set_in_module(const Module& module, std::string_view name, Value value) {
  const std::scoped_lock lock(states_mutex_);
  modules_[&module].set(name, std::move(value));
  modules_changed_.store(true, std::memory_order_release);
}

RunScope::RunScope(Run& run)
    : before_(thread_state()), heap_before_(Heap::set_current(&run.heap())) {
  thread_state() = ThreadState{};
  thread_state().run = &run;
  thread_state().thread_serial = run.next_thread_serial();
}

RunScope::~RunScope() {
  thread_state() = before_;
  Heap::set_current(heap_before_);
}

DepthGuard::DepthGuard() {
  ThreadState& state = thread_state();
  if (state.depth >= state.depth_max)
    throw python_error("RecursionError", "maximum recursion depth exceeded");
  ++state.depth;
}

}  // namespace touchstone::native
