#include "impl/asyncio/context.h"

namespace asyncio {
namespace {

ContextPointer& current_context() {
  thread_local ContextPointer current;
  return current;
}

}  // namespace

ContextPointer Context::copy_current() {
  const ContextPointer& current = current_context();
  return current ? current->copy() : nullptr;
}

const ContextPointer& Context::current() { return current_context(); }

Context::Stored Context::find(Key key) {
  const ContextPointer& current = current_context();
  if (!current) return nullptr;
  const auto found = current->values_->find(key);
  return found == current->values_->end() ? nullptr : found->second;
}

void Context::set(Key key, Stored value) {
  ContextPointer& current = current_context();
  if (!current) current = std::make_shared<Context>();
  const auto changed = std::make_shared<Values>(*current->values_);
  if (value) {
    (*changed)[key] = std::move(value);
  } else {
    changed->erase(key);
  }
  current->values_ = changed;
}

void Context::forget_current() {
  const ContextPointer forgotten = std::exchange(current_context(), nullptr);
}

Context::Scope::Scope(ContextPointer& context) : context_(context) {
  current_context().swap(context_);
}
Context::Scope::~Scope() { current_context().swap(context_); }

}  // namespace asyncio
