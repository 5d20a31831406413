/// Which claims a command is about.
#pragma once

#include <string>
#include <vector>

#include "spec/spec.h"

namespace touchstone::cli {

/// The claims whose ids match, but for those that cannot be tried at all. Throws
/// std::runtime_error, with what may have been meant, where no claim matches.
std::vector<const spec::Claim*> select(const spec::Spec& spec, const std::string& glob);

}  // namespace touchstone::cli
