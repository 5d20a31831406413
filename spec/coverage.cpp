#include "spec/coverage.h"

#include <algorithm>
#include <set>

namespace touchstone::spec {
namespace {

int count_distinct(const std::vector<Section>& sections, std::vector<std::string> Section::* ids) {
  std::set<std::string> distinct;
  for (const Section& section : sections)
    distinct.insert((section.*ids).begin(), (section.*ids).end());
  return static_cast<int>(distinct.size());
}

int lines_in_sections(const Document& document) {
  std::vector<bool> covered(static_cast<std::size_t>(document.lines), false);
  for (const Section& section : document.sections) {
    const int last = std::min(section.lines.last, document.lines);
    for (int line = section.lines.first; line <= last; ++line)
      covered[static_cast<std::size_t>(line - 1)] = true;
  }
  return static_cast<int>(std::count(covered.begin(), covered.end(), true));
}

DocumentCoverage coverage_of(const Document& document) {
  const auto& sections = document.sections;
  const auto without = std::count_if(sections.begin(), sections.end(),
                                     [](const Section& s) { return !s.none.empty(); });
  return {document.number,
          document.lines,
          lines_in_sections(document),
          static_cast<int>(sections.size()),
          count_distinct(sections, &Section::claims),
          count_distinct(sections, &Section::pending),
          static_cast<int>(without)};
}

/// A section begins at the line after the one before it.
void check_begins(const Section& section, int line, std::vector<Problem>& problems) {
  if (section.lines.first == line) return;
  const bool gap = section.lines.first > line;
  const LineRange between =
      gap ? LineRange{line, section.lines.first - 1} : LineRange{section.lines.first, line - 1};
  problems.push_back(
      {section.at, "lines",
       "lines " + to_string(between) + (gap ? " lie in no section" : " lie in two sections"),
       "the section to begin at line " + std::to_string(line)});
}

void check_document(const Document& document, std::vector<Problem>& problems) {
  int line = 1;
  for (const Section& section : document.sections) {
    check_begins(section, line, problems);
    line = section.lines.last + 1;
  }
  if (line == document.lines + 1) return;
  problems.push_back(
      {document.at, "lines", "the sections end at line " + std::to_string(line - 1),
       "the last section to end with the document, at line " + std::to_string(document.lines)});
}

}  // namespace

std::vector<DocumentCoverage> coverage(const Spec& spec) {
  std::vector<DocumentCoverage> rows;
  for (const Document& document : spec.documents) rows.push_back(coverage_of(document));
  return rows;
}

std::vector<Problem> coverage_problems(const Spec& spec) {
  std::vector<Problem> problems;
  for (const Document& document : spec.documents) check_document(document, problems);
  return problems;
}

}  // namespace touchstone::spec
