/// Reads what claims refer to: capabilities.toml (capabilities and modules) and tombstones.toml
/// (retired ids).
#pragma once

#include <vector>

#include "spec/reading/toml_tree.h"
#include "spec/spec.h"

namespace touchstone::spec {

void read_capabilities(const Node& root, Spec& spec, std::vector<Problem>& problems);
void read_tombstones(const Node& root, Spec& spec, std::vector<Problem>& problems);

}  // namespace touchstone::spec
