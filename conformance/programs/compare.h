/// Where two accounts of one program part.
#pragma once

#include <optional>
#include <string>

#include "conformance/programs/account.h"

namespace touchstone::programs {

struct Difference {
  /// "end", "stuck", "time", "value", "missing" (the first lacks what the second tells), "extra",
  /// "order" (of programs without spacing).
  std::string kind;
  std::string activity;  ///< empty where it is the program's
  std::string first;     ///< what the first one has there
  std::string second;
};

/// Spaced: each activity's own notes with their times, the end, whether it came to a halt. Full:
/// all notes in their order, too. The first difference in time counts. When it came to a halt does
/// not: a timer that nothing waits for any more may put that off, and what is told before the
/// earlier of two halts is all that is compared.
std::optional<Difference> difference(const Account& first, const Account& second, Mode mode);

/// "at 2.5 a: 3, 'x'"
std::string text_of(const Note& note);

}  // namespace touchstone::programs
