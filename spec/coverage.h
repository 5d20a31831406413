/// Accounts for the documents: every line of each lies in exactly one section, and every section
/// names its claims or says why it has none.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "spec/spec.h"

namespace touchstone::spec {

/// What one document holds. An id that stands in several sections counts once.
struct DocumentCoverage {
  std::string number;
  int lines = 0;
  int lines_in_sections = 0;
  int sections = 0;
  int claims = 0;
  int pending = 0;
  int sections_without_claims = 0;
};

/// One row a document, in the order of documents.toml.
std::vector<DocumentCoverage> coverage(const Spec& spec);

/// Lines that lie in no section or in two: a problem for each place where a section does not begin
/// right after the one before.
std::vector<Problem> coverage_problems(const Spec& spec);

/// Compares documents.toml with the documents themselves: SHA-256, number of lines, and that
/// sections begin at the headings. A document that cannot be read is a problem, not an exception.
std::vector<Problem> check_files(const Spec& spec, const std::filesystem::path& folder);

}  // namespace touchstone::spec
