/// What a run of a program came to, free of all that differs from run to run: times count from the
/// program's begin, an error is its type, an object its kind.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "conformance/programs/program.h"
#include "conformance/trace/trace.h"
#include "conformance/values/value.h"

namespace touchstone::programs {

/// One thing that an activity told.
struct Note {
  double time = 0;  ///< seconds of the virtual clock since the program's begin
  std::string activity;
  Values what;  ///< the step, and values
  friend bool operator==(const Note& a, const Note& b) {
    return a.time == b.time && a.activity == b.activity && a.what == b.what;
  }
};

struct Account {
  /// In their order, those before the halt or main's end, and main's own.
  std::vector<Note> notes;
  /// When nothing could ever happen again. What follows is the order in which tasks are cancelled,
  /// which is nobody's promise.
  std::optional<double> stuck;
  std::string end;  ///< "returned 3", "raised KeyError", "stuck"; else as describe(RunEnd)
};

/// Leaves out what is told at that time and later, and says that it came to a halt there.
void halt_at(Account& account, double time);

/// Of a run of text_of(program). A trace that was cut (hung, crashed) gives what there is.
Account account_of(const Trace& trace);

/// Of a run of batch_of(programs): one a program. Nothing where the run did not come to its end, or
/// told something else.
std::optional<std::vector<Account>> accounts_of(const Trace& trace, std::size_t programs);

}  // namespace touchstone::programs
