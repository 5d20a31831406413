/// One operation under observation: its begin and its end in the trace.
#pragma once

#include <string>

#include "conformance/native/runtime/value.h"

namespace touchstone::native {

class Observation {
 public:
  /// Tells the begin. `goes_on`: attempt, not record. TypeError where the label is no text.
  Observation(const Value& label, bool goes_on);
  void end(const Value& value);
  void fail(const Value& error);
  /// True where the program goes on after that error: an attempt, and an error that attempts take.
  bool goes_on_after(const Value& error) const;

 private:
  std::string label_;
  std::uint64_t serial_;
  bool goes_on_;
};

}  // namespace touchstone::native
