#include "conformance/native/interpreter/frame_body.h"

#include "conformance/native/interpreter/evaluate.h"

namespace touchstone::native {

namespace {

/// The activation that waits for all others of the chain, each of which is made to lead to it.
HandledErrors& root_of(HandledErrors& activation) {
  HandledErrors* root = &activation;
  for (; root->delegator != nullptr; root = root->delegator) root->resumer = root->delegator;
  return *root;
}

}  // namespace

RunningFrame::RunningFrame(Frame& frame)
    : root_(root_of(frame.own_handled)), resumer_(thread_state().handled) {
  root_.resumer = resumer_;
  thread_state().handled = &frame.own_handled;
}

RunningFrame::~RunningFrame() {
  thread_state().handled = resumer_;
  root_.resumer = nullptr;
}

Step<Value> run_function(Frame& frame) {
  if (frame.code.body == nullptr) co_return co_await evaluate(frame, *frame.code.expression);
  Completion completion = co_await execute(frame, *frame.code.body);
  co_return std::move(completion.value);
}

FrameBody::FrameBody(std::unique_ptr<Frame> frame, Start start, Value keeps)
    : keeps_(std::move(keeps)), frame_(std::move(frame)), start_(start) {}

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
  const RunningFrame running(*frame_);
  if (!root_) {
    root_.emplace(start_(*frame_));
    trampoline_.prepare(*root_);
  }
  if (auto passed_out = trampoline_.resume(std::move(resumption))) return std::move(*passed_out);
  return outcome_of(*root_);
}

}  // namespace touchstone::native
