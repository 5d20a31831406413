#include <algorithm>
#include <string>
#include <vector>

#include "spec/coverage.h"
#include "spec/headings.h"
#include "spec/read_file.h"
#include "spec/sha256.h"

namespace touchstone::spec {
namespace {

bool contains(const std::vector<int>& lines, int line) {
  return std::ranges::find(lines, line) != lines.end();
}

void check_starts(const Document& document, const std::string& text,
                  std::vector<Problem>& problems) {
  const std::vector<int> headings = section_starts(text);
  std::vector<int> listed;
  for (const Section& section : document.sections) {
    listed.push_back(section.lines.first);
    if (contains(headings, section.lines.first)) continue;
    problems.push_back(
        {section.at, "lines",
         document.file + " has no heading at line " + std::to_string(section.lines.first),
         "a section to begin at a heading"});
  }
  for (const int heading : headings) {
    if (contains(listed, heading)) continue;
    problems.push_back({document.at, "section",
                        document.file + " has a heading at line " + std::to_string(heading),
                        "a section that begins there"});
  }
}

void check_text(const Document& document, const std::string& text, std::vector<Problem>& problems) {
  const std::string actual = sha256(text);
  if (actual != document.sha256) {
    problems.push_back({document.at, "sha256", document.file + " has another SHA-256: " + actual,
                        document.sha256});
  }
  const auto lines = lines_of(text).size();
  if (lines != static_cast<std::size_t>(document.lines)) {
    problems.push_back({document.at, "lines",
                        document.file + " has " + std::to_string(lines) + " lines",
                        std::to_string(document.lines)});
  }
  check_starts(document, text, problems);
}

}  // namespace

std::vector<Problem> check_files(const Spec& spec, const std::filesystem::path& folder) {
  std::vector<Problem> problems;
  for (const Document& document : spec.documents) {
    const auto text = read_file(folder / document.file);
    if (text) {
      check_text(document, *text, problems);
    } else {
      problems.push_back({document.at, "file",
                          (folder / document.file).string() + " cannot be read", "the document"});
    }
  }
  return problems;
}

}  // namespace touchstone::spec
