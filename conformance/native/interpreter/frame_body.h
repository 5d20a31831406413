/// The suspendable activations of scenario code, behind generator, coroutine and async generator
/// objects.
#pragma once

#include <memory>

#include "conformance/native/interpreter/frame.h"
#include "conformance/native/runtime/generator.h"

namespace touchstone::native {

/// Links an activation into the chain of handled errors while it runs on this thread.
class RunningFrame {
 public:
  explicit RunningFrame(Frame& frame);
  RunningFrame(const RunningFrame&) = delete;
  RunningFrame& operator=(const RunningFrame&) = delete;
  ~RunningFrame();

 private:
  HandledErrors& running_;
  HandledErrors* const resumer_;
};

/// The whole of a def or lambda: its result.
Step<Value> run_function(Frame& frame);

/// A step that stands for itself, without a function around it.
class StepBody : public Body {
 public:
  explicit StepBody(Step<Value> root) : root_(std::move(root)) { trampoline_.prepare(root_); }
  Suspension resume(Resumption resumption) override;

 private:
  Trampoline trampoline_;
  Step<Value> root_;
};

/// A suspended activation of `code`. `keeps` is held as long as its frame (the function it runs).
class FrameBody : public Body {
 public:
  using Start = Step<Value> (*)(Frame& frame);
  FrameBody(const Code& code, const Program& program, std::vector<Ref<Cell>> closure, Start start,
            Value keeps);
  Suspension resume(Resumption resumption) override;
  HandledErrors* handled() override { return &frame_.own_handled; }
  Frame& frame() { return frame_; }

 private:
  Value keeps_;
  Frame frame_;
  Trampoline trampoline_;
  Start start_;
  std::optional<Step<Value>> root_;
};

}  // namespace touchstone::native
