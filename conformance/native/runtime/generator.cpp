#include "conformance/native/runtime/generator.h"

#include <atomic>

#include "conformance/native/runtime/coroutine_end.h"

namespace touchstone::native {

namespace {

std::atomic<void (*)(Generator&)> coroutine_end = nullptr;

}  // namespace

void set_coroutine_end(void (*see)(Generator&)) {
  coroutine_end.store(see, std::memory_order_release);
}

Generator::Generator(Flavour flavour, std::string name, std::unique_ptr<Body> body)
    : Container(Kind::Generator),
      flavour_(flavour),
      name_(std::move(name)),
      body_(std::move(body)) {}

Generator::~Generator() {
  if (flavour_ != Flavour::Coroutine) return;
  if (auto* see = coroutine_end.load(std::memory_order_acquire)) see(*this);
}

const char* Generator::type_name() const {
  switch (flavour_) {
    case Flavour::Generator:
      return "generator";
    case Flavour::Coroutine:
      return "coroutine";
    case Flavour::AsyncGenerator:
      return "async_generator";
    case Flavour::AsyncGeneratorSend:
      return "async_generator_asend";
    case Flavour::AsyncGeneratorThrow:
      return "async_generator_athrow";
    case Flavour::CoroutineWrapper:
      return "coroutine_wrapper";
  }
  return "generator";
}

void Generator::clear() {
  machine_.reset();
  body_.reset();
  restart_ = nullptr;
}

}  // namespace touchstone::native
