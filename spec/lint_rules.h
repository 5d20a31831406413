/// The rules of lint, one function a group; each returns what it finds and looks at nothing else.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "spec/spec.h"

namespace touchstone::spec {

/// What can be said of one claim alone.
std::vector<Problem> claim_problems(const Claim& claim);

/// Claims stand in the order of their ids in each file.
std::vector<Problem> order_problems(const Spec& spec);

/// Each section alone, and that the claims it names exist and have a source in it.
std::vector<Problem> section_problems(const Spec& spec);

/// Sources lie within their documents, in sections that name the claim.
std::vector<Problem> source_problems(const Spec& spec);

bool in_strict_order(const std::vector<std::string>& texts);

}  // namespace touchstone::spec
