/// Reads a chapter's claims into the specification. Capabilities, tombstones and documents have
/// been read before.
#pragma once

#include <string>
#include <vector>

#include "spec/reading/toml_tree.h"
#include "spec/spec.h"

namespace touchstone::spec {

/// `file` is "<chapter>.toml"; every id has to begin with that chapter.
void read_chapter(const std::string& file, const Node& root, Spec& spec,
                  std::vector<Problem>& problems);

}  // namespace touchstone::spec
