#include "conformance/native/interpreter/step.h"

#include "conformance/native/runtime/translate.h"

namespace touchstone::native {

void StepPromiseBase::unhandled_exception() noexcept {
  failed = true;
  error = python_error_in_flight();
}

void StepPromiseBase::ended(StepPromiseBase& promise) noexcept {
  Trampoline& trampoline = *promise.trampoline;
  if (promise.failed)
    trampoline.fail(promise.error);
  else
    trampoline.leaf_ = promise.parent;
}

void Trampoline::fail(Value error) {
  failing_ = true;
  error_ = std::move(error);
}

// The steps between are not touched here: the one that catches owns the chain and drops it.
void Trampoline::unwind() {
  StepPromiseBase* step = leaf_;
  while (step->parent != nullptr && !step->caught) step = step->parent;
  step->failed = true;
  step->error = std::move(error_);
  error_ = Value();
  failing_ = false;
  leaf_ = step->parent;
}

void Trampoline::loop() {
  if (failing_) unwind();
  while (leaf_ != nullptr && !passed_out_) {
    leaf_->self.resume();
    if (failing_) unwind();
  }
}

std::optional<Suspension> Trampoline::resume(Resumption resumption) {
  if (resumption.kind == Resumption::Kind::Throw)
    fail(std::move(resumption.value));
  else
    sent_ = std::move(resumption.value);
  loop();
  return std::exchange(passed_out_, std::nullopt);
}

}  // namespace touchstone::native
