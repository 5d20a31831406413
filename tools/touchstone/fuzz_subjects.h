/// The two subjects of a contest.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "conformance/subjects/subject.h"
#include "tools/touchstone/arguments.h"

namespace touchstone::cli {

struct FuzzSubjects {
  std::unique_ptr<Subject> first;
  std::unique_ptr<Subject> second;
};

/// The reference runs in this process, which saves it the way through pipes, unless it is to be
/// `killable` or has an environment of its own. Requires two names. The options' environment is the
/// second one's.
FuzzSubjects make_fuzz_subjects(const std::vector<std::string>& names, std::uint64_t seed,
                                const SubjectOptions& options, bool killable);

}  // namespace touchstone::cli
