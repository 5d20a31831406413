#include "spec/problem.h"

#include <utility>

namespace touchstone::spec {
namespace {

std::string list(const std::vector<Problem>& problems) {
  std::string text;
  for (const Problem& problem : problems) {
    if (!text.empty()) text += '\n';
    text += to_string(problem);
  }
  return text;
}

}  // namespace

std::string to_string(const Problem& problem) {
  std::string text = problem.at.file;
  if (problem.at.line > 0) text += ":" + std::to_string(problem.at.line);
  text += ": ";
  if (!problem.key.empty()) text += problem.key + ": ";
  text += problem.message;
  if (!problem.expected.empty()) text += "; expected " + problem.expected;
  return text;
}

SpecError::SpecError(std::vector<Problem> problems)
    : std::runtime_error(list(problems)), problems_(std::move(problems)) {}

}  // namespace touchstone::spec
