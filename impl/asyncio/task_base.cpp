#include "impl/asyncio/task_base.h"

#include <atomic>
#include <typeinfo>
#include <utility>

#include "impl/errors/hierarchy.h"
#include "impl/errors/unraisable.h"

namespace asyncio {
namespace {

std::atomic<std::uint64_t> tasks_made{0};

/// What kinds of errors mean to a task.
enum class Kind { ordinary, cancellation, fatal, end_of_iteration };

bool is_exactly(const std::exception_ptr& error, const std::type_info& type) {
#ifdef __GLIBCXX__
  const std::type_info* const thrown = error.__cxa_exception_type();
  return thrown != nullptr && *thrown == type;
#else
  return false;
#endif
}

Kind kind_of(const std::exception_ptr& error) {
  // The common case, without the cost of another throw.
  if (is_exactly(error, typeid(errors::CancelledError))) return Kind::cancellation;
  try {
    std::rethrow_exception(error);
  } catch (const errors::BaseException& raised) {
    if (raised.is("StopIteration")) return Kind::end_of_iteration;
    if (raised.is("CancelledError")) return Kind::cancellation;
    if (raised.is("KeyboardInterrupt") || raised.is("SystemExit")) return Kind::fatal;
  } catch (...) {
    return Kind::ordinary;
  }
  return Kind::ordinary;
}

std::exception_ptr converted(const std::exception_ptr& end_of_iteration) {
  errors::RuntimeError error("coroutine raised StopIteration");
  error.set_cause(end_of_iteration);
  return errors::make(std::move(error));
}

}  // namespace

TaskBase::TaskBase() : serial_(tasks_made.fetch_add(1, std::memory_order_relaxed) + 1) {}

std::string TaskBase::name() const { return name_ ? *name_ : "Task-" + std::to_string(serial_); }

void TaskBase::set_name(std::string name) {
  name_ = std::make_unique<std::string>(std::move(name));
}

int TaskBase::uncancel() {
  if (cancel_requests_ > 0) --cancel_requests_;
  return cancel_requests_;
}

void TaskBase::start(RunnablePointer self) {
  Loop& loop = *future().loop();
  loop.enqueue(std::move(self));
  loop.tasks_.append(*this);
}

bool TaskBase::request_cancel(std::exception_ptr cancellation) {
  if (done()) return false;
  ++cancel_requests_;
  if (awaited_ != nullptr && awaited_->cancel_with(cancellation)) return true;
  must_cancel_ = true;
  cancellation_ = std::move(cancellation);
  return true;
}

std::exception_ptr TaskBase::take_cancel_request() {
  if (!std::exchange(must_cancel_, false)) return nullptr;
  return cancellation_ ? cancellation_ : errors::make(errors::CancelledError());
}

void TaskBase::run(RunnablePointer&& self) {
  if (stage_ == Stage::ended) return;
  std::exception_ptr error = std::move(raised_next_);
  FutureBase* const awaited = std::exchange(awaited_, nullptr);
  if (must_cancel_) {
    auto request = take_cancel_request();
    if (awaited == nullptr || !awaited->cancelled()) error = std::move(request);
    if (awaited != nullptr) awaited->unretrieved_ = false;  // the cancellation stands in its place
  }
  advance(std::move(error));
  if (stage_ == Stage::started) wait(std::move(self));
}

void TaskBase::advance(std::exception_ptr error) {
  if (stage_ == Stage::fresh && error) return end_unstarted(std::move(error));
  TaskBase*& current = future().loop()->current_task_;
  TaskBase* const outer = std::exchange(current, this);
  {
    const Context::Scope scope(context_);
    if (stage_ == Stage::fresh) {
      begin();
      stage_ = Stage::started;
    }
    chain_.resume(std::move(error));
  }
  current = outer;
  if (!chain_.ended()) return;
  stage_ = Stage::ended;
  unlink();
  end();
}

void TaskBase::end_unstarted(std::exception_ptr error) {
  stage_ = Stage::ended;
  unlink();
  drop_code();
  fail(std::move(error));
}

void TaskBase::fail(std::exception_ptr error) {
  switch (kind_of(error)) {
    case Kind::ordinary:
      return future().set_exception(std::move(error));
    case Kind::cancellation:
      return future().finish_cancelled(std::move(error));
    case Kind::end_of_iteration:
      return future().set_exception(converted(error));
    case Kind::fatal:
      future().set_exception(error);
      std::rethrow_exception(error);
  }
}

void TaskBase::wait(RunnablePointer&& self) {
  FutureBase* const awaited = chain_.awaited();
  if (awaited == nullptr) return future().loop()->enqueue(std::move(self));
  if (awaited == &future())
    return raise_next(errors::make(errors::RuntimeError("Task cannot await on itself")),
                      std::move(self));
  if (awaited->loop() != future().loop())
    return raise_next(
        errors::make(errors::RuntimeError("Task got Future attached to a different loop")),
        std::move(self));
  awaited_ = awaited;
  awaited->add_waiter(std::move(self));
  if (must_cancel_ && awaited->cancel_with(cancellation_)) must_cancel_ = false;
}

void TaskBase::raise_next(std::exception_ptr error, RunnablePointer&& self) {
  raised_next_ = std::move(error);
  future().loop()->enqueue(std::move(self));
}

void TaskBase::abandon() {
  const Stage before = std::exchange(stage_, Stage::ended);
  if (before == Stage::ended) return;
  unlink();
  if (before == Stage::started) {
    chain_.resume(errors::make(errors::GeneratorExit()));
    if (!chain_.ended()) {
      errors::report_unraisable(
          errors::make(errors::RuntimeError("coroutine ignored GeneratorExit")), name());
    }
  }
  chain_.drop();
  awaited_ = nullptr;
  drop_code();
  future().drop_waiters();
}

}  // namespace asyncio
