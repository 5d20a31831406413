/// Raising and handling inside the interpreter.
#pragma once

#include "conformance/native/interpreter/frame.h"

namespace touchstone::native {

/// While it lives, `error` is what the activation is handling.
class Handling {
 public:
  Handling(Frame& frame, const Value& error);
  Handling(const Handling&) = delete;
  Handling& operator=(const Handling&) = delete;
  ~Handling();

 private:
  const ErrorOperations& operations_;
  HandledErrors& handled_;
};

/// The error being handled, in this activation or those that resumed it; None where there is none.
Value handled_error(const Frame& frame);

/// Notes that `error` was raised while `handled` was being handled, unless that is known already.
void chain_context(const Value& error, const Value& handled);

/// A class becomes an instance of it; TypeError for what is no exception.
Value exception_from(const Value& raised);

}  // namespace touchstone::native
