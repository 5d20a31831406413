/// Reads documents.toml: the documents and their sections.
#pragma once

#include <vector>

#include "spec/reading/toml_tree.h"
#include "spec/spec.h"

namespace touchstone::spec {

void read_documents(const Node& root, Spec& spec, std::vector<Problem>& problems);

}  // namespace touchstone::spec
