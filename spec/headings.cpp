#include "spec/headings.h"

namespace touchstone::spec {
namespace {

bool is_heading(std::string_view line) {
  const auto marks = line.find_first_not_of('#');
  if (marks == 0 || marks == std::string_view::npos || line[marks] != ' ') return false;
  return line.find_first_not_of(' ', marks) != std::string_view::npos;
}

bool is_fence(std::string_view line) {
  const auto first = line.find_first_not_of(" \t");
  return first != std::string_view::npos && line.substr(first).starts_with("```");
}

}  // namespace

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const auto end = text.find('\n');
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return lines;
}

std::vector<int> section_starts(std::string_view text) {
  std::vector<int> starts;
  bool fenced = false;
  int number = 0;
  for (const std::string_view line : lines_of(text)) {
    ++number;
    if (is_fence(line)) fenced = !fenced;
    if (number == 1 || (!fenced && is_heading(line))) starts.push_back(number);
  }
  return starts;
}

}  // namespace touchstone::spec
