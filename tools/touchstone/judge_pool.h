/// Judges a plan, in this process or in several forked ones; rows arrive as they are made.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "conformance/check/runner.h"
#include "conformance/verdicts/results.h"
#include "tools/touchstone/crew.h"
#include "tools/touchstone/plan.h"

namespace touchstone::cli {

using SubjectFactory =
    std::function<std::unique_ptr<Subject>(const std::string& name, std::uint64_t seed)>;

struct PoolOptions {
  Crew crew;
  std::chrono::milliseconds deadline{5000};
};

/// Hands every row to `on_row` on this thread, until the plan is done, `on_row` says false, or the
/// process is interrupted. Returns true when every item was judged. Requires for more than one: no
/// other thread and no subject in this process yet.
bool judge_all(const Plan& plan, const SubjectFactory& make_subject, const PoolOptions& options,
               const std::function<bool(const Row&)>& on_row);

}  // namespace touchstone::cli
