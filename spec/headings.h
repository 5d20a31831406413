/// Where the headings of a Markdown text stand: lines that begin with `#` and a title, outside
/// fenced code.
#pragma once

#include <string_view>
#include <vector>

namespace touchstone::spec {

std::vector<std::string_view> lines_of(std::string_view text);

/// The lines at which sections begin: 1, and every heading. Empty for an empty text.
std::vector<int> section_starts(std::string_view text);

}  // namespace touchstone::spec
