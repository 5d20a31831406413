/// What the process says to its caller when it ends; documented in `touchstone --help`.
#pragma once

namespace touchstone::cli {

enum ExitCode : int {
  kAsExpected = 0,
  kUnexpected = 1,
  kUsage = 2,
  kSubjectBroken = 3,
  kNothingJudged = 4,
  kIncomplete = 5,
};

}  // namespace touchstone::cli
