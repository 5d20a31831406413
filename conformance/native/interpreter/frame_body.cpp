#include "conformance/native/interpreter/frame_body.h"

#include "conformance/native/interpreter/evaluate.h"

namespace touchstone::native {

RunningFrame::RunningFrame(Frame& frame)
    : running_(frame.own_handled), resumer_(std::exchange(thread_state().handled, &running_)) {
  running_.resumer = resumer_;
}

RunningFrame::~RunningFrame() {
  thread_state().handled = resumer_;
  running_.resumer = nullptr;
}

Step<Value> run_function(Frame& frame) {
  if (frame.code.body != nullptr) return run_body(frame, *frame.code.body);
  return [](Frame& frame) -> Step<Value> {
    co_return co_await evaluate(frame, *frame.code.expression);
  }(frame);
}

FrameBody::FrameBody(const Code& code, const Program& program, std::vector<Ref<Cell>> closure,
                     Start start, Value keeps)
    : keeps_(std::move(keeps)), frame_(code, program, std::move(closure)), start_(start) {}

namespace {

Suspension outcome_of(Step<Value>& root) {
  Outcome<Value> outcome = Trampoline::outcome_of(root);
  return outcome.failed() ? Suspension::raised(std::move(outcome.error))
                          : Suspension::returned(std::move(outcome.result()));
}

}  // namespace

Suspension StepBody::resume(Resumption resumption) {
  if (auto passed_out = trampoline_.resume(std::move(resumption))) return std::move(*passed_out);
  return outcome_of(root_);
}

Suspension FrameBody::resume(Resumption resumption) {
  const RunningFrame running(frame_);
  if (!root_) {
    root_.emplace(start_(frame_));
    trampoline_.prepare(*root_);
  }
  if (auto passed_out = trampoline_.resume(std::move(resumption))) return std::move(*passed_out);
  return outcome_of(*root_);
}

}  // namespace touchstone::native
