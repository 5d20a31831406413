/// What a fault remembers about each generator, and the names that all files of these faults use.
#pragma once

#include <functional>
#include <map>
#include <memory>

#include "conformance/faults/fault.h"
#include "conformance/native/builtins/builtins.h"
#include "conformance/native/language.h"
#include "conformance/native/operations/operations.h"
#include "conformance/native/registry.h"
#include "conformance/native/run.h"
#include "conformance/native/runtime/translate.h"

namespace touchstone::faults {

using native::as;
using native::Flavour;
using native::Generator;
using native::is_exception;
using native::Ref;
using native::Registry;
using native::ResumableState;
using native::Resumption;
using native::Suspension;
using native::Value;

/// One T for each generator, made on first use and anew for a generator that is created at the
/// address of an old one.
template <class T>
class Memory {
 public:
  /// `operations` are those of the generators to remember; to be called while the registry is being
  /// changed.
  template <class Operations>
  explicit Memory(Operations& operations)
      : held_(std::make_shared<std::map<const Generator*, T>>()) {
    operations.create = [right = operations.create, held = held_](Ref<Generator> fresh) {
      held->erase(fresh.get());
      return right(std::move(fresh));
    };
  }
  T& operator[](const Generator& generator) const {
    return held_->try_emplace(&generator).first->second;
  }

 private:
  std::shared_ptr<std::map<const Generator*, T>> held_;
};

using Next = std::function<Suspension(Generator&)>;

/// One pull, with an error as its result however it is told.
inline Suspension pull(const Next& next, Generator& generator) {
  try {
    return next(generator);
  } catch (...) {
    return Suspension::raised(native::python_error_in_flight());
  }
}

}  // namespace touchstone::faults
