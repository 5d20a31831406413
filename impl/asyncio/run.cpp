#include "impl/asyncio/run.h"

#include "impl/asyncio/async_generator.h"
#include "impl/asyncio/executor.h"
#include "impl/errors/unraisable.h"

namespace asyncio {
namespace {

bool leaves_the_loop(const std::exception_ptr& error) {
  return errors::matches(error, "KeyboardInterrupt") || errors::matches(error, "SystemExit");
}

/// Stops the loop of a future that is done, unless its error has stopped it already.
class StopWhenDone final : public Runnable {
 public:
  void completing(FutureBase& future) override { future_ = future.shared_from_this(); }
  void run(RunnablePointer&&) override {
    const FuturePointer future = std::move(future_);
    if (!future->cancelled() && leaves_the_loop(future->exception())) return;
    future->loop()->stop();
  }

 private:
  FuturePointer future_;
};

/// Done when as many tasks as it was made for are.
class AllEnded final : public Runnable {
 public:
  AllEnded(Loop& loop, std::size_t count) : loop_(loop), left_(count) {}
  void run(RunnablePointer&&) override {
    if (--left_ == 0) loop_.call_soon([&loop = loop_] { loop.stop(); });
  }

 private:
  Loop& loop_;
  std::size_t left_;
};

}  // namespace

void run_until_done(const LoopPointer& loop, FutureBase& future) {
  const RunnablePointer stop = std::make_shared<StopWhenDone>();
  struct Registration {
    FutureBase& future;
    const RunnablePointer& stop;
    ~Registration() { future.remove_done_callback(stop); }
  } const registration{future, stop};
  future.add_waiter(stop);
  loop->run_forever();
  if (!future.done()) throw errors::RuntimeError("Event loop stopped before Future completed.");
}

void cancel_all_tasks(const LoopPointer& loop) {
  const auto tasks = loop->all_tasks();
  if (tasks.empty()) return;
  for (const auto& task : tasks) task->cancel();
  const RunnablePointer ended = std::make_shared<AllEnded>(*loop, tasks.size());
  for (const auto& task : tasks) task->future().add_waiter(ended);
  loop->run_forever();
  for (const auto& task : tasks) {
    FutureBase& future = task->future();
    if (!future.done() || future.cancelled()) continue;
    if (auto error = future.exception()) {
      loop->call_exception_handler({.message = "unhandled exception during asyncio.run() shutdown",
                                    .exception = std::move(error),
                                    .future = &future});
    }
  }
}

Runner::Runner(std::unique_ptr<Clock> clock) {
  if (Loop::current())
    throw errors::RuntimeError("asyncio.run() cannot be called from a running event loop");
  loop_ = std::make_shared<Loop>(std::move(clock));
}

Runner::~Runner() {
  try {
    close();
  } catch (...) {
    errors::report_unraisable(std::current_exception(), "closing a runner");
  }
}

void Runner::close() {
  if (!loop_ || loop_->is_closed()) return;
  struct Close {
    Loop& loop;
    ~Close() { loop.close(); }
  } const close{*loop_};
  cancel_all_tasks(loop_);
  run_until_complete(loop_, shutdown_asyncgens(loop_));
  run_until_complete(loop_, shutdown_default_executor(loop_));
}

}  // namespace asyncio
