/// The frames of one activity, from the outermost coroutine down to the innermost, which is the one
/// that runs or waits.
///
/// Frames are resumed in a loop, and not by each other: calls and returns of any depth and number
/// take no stack, in any build. Cost: O(1) a resumption, at any depth. Thread safety: one thread at
/// a time.
#pragma once

#include <coroutine>
#include <exception>
#include <utility>

namespace asyncio {

class FutureBase;

class Chain {
 public:
  Chain() = default;
  Chain(const Chain&) = delete;
  Chain& operator=(const Chain&) = delete;

  void begin(std::coroutine_handle<> outermost) { innermost_ = outermost; }
  /// Resumes the innermost frame, raising `error` where it waits, and runs until a frame waits or
  /// the outermost has ended.
  void resume(std::exception_ptr error) {
    error_ = std::move(error);
    waits_ = false;
    do innermost_.resume();
    while (!waits_ && innermost_);
  }
  bool ended() const { return !innermost_; }
  /// What it waits for; null: one turn. The waiting frame keeps it.
  FutureBase* awaited() const { return awaited_; }
  /// Forgets the frames, which their owner destroys.
  void drop() { innermost_ = nullptr; }

  // For the frames, while they run.
  void call(std::coroutine_handle<> callee) noexcept { innermost_ = callee; }
  void return_to(std::coroutine_handle<> caller) noexcept { innermost_ = caller; }
  void wait_for(FutureBase* future) noexcept {
    awaited_ = future;
    waits_ = true;
  }
  /// The error that the frame was resumed with; null where it is none.
  std::exception_ptr take_error() noexcept { return std::exchange(error_, nullptr); }

 private:
  std::coroutine_handle<> innermost_;
  FutureBase* awaited_ = nullptr;
  std::exception_ptr error_;
  bool waits_ = false;
};

}  // namespace asyncio
