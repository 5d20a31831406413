/// Awaitables of a fault's own, which suspend, delegate and end as a function says.
#pragma once

#include <string>

#include "conformance/faults/generators/memory.h"

namespace touchstone::faults {

using Resume = std::function<Suspension(Resumption)>;

class FunctionBody : public native::Body {
 public:
  explicit FunctionBody(Resume resume) : resume_(std::move(resume)) {}
  Suspension resume(Resumption resumption) override { return resume_(std::move(resumption)); }

 private:
  Resume resume_;
};

/// An awaitable that stands in for one of the generator's own.
inline Value awaitable(const std::string& name, Resume resume) {
  return native::make<Generator>(Flavour::AsyncGeneratorSend, name,
                                 std::make_unique<FunctionBody>(std::move(resume)));
}

/// How a delegate ended, as its delegator is told.
inline Suspension end_of(Resumption told) {
  const bool raised = told.kind == Resumption::Kind::Throw;
  return raised ? Suspension::raised(std::move(told.value))
                : Suspension::returned(std::move(told.value));
}

}  // namespace touchstone::faults
