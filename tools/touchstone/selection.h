/// Which claims a command is about.
#pragma once

#include <string>
#include <vector>

#include "spec/spec.h"

namespace touchstone::cli {

/// The claims whose ids match one of the globs (all, where there is none), in the spec's order, but
/// for those that cannot be tried at all. Throws std::runtime_error, with what may have been meant,
/// for a glob that no claim matches.
std::vector<const spec::Claim*> select(const spec::Spec& spec,
                                       const std::vector<std::string>& globs);

/// "; near: ID, ID" for an id that is not there; empty where nothing is near.
std::string nearby(const spec::Spec& spec, const std::string& id);

}  // namespace touchstone::cli
